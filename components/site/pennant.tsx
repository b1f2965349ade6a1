/** The publication's mark: a pennant at the head of a mast. Also drawn in `lib/accent/accent-files.ts`. */
export function Pennant({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 24 32" width="18" height="24" aria-hidden="true" className={className}>
      <path d="M3 1v30" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <path d="M4 3l18 6.5L4 16z" fill="currentColor" className="pennant-cloth" />
    </svg>
  );
}
