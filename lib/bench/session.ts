import { existsSync } from "node:fs";
import path from "node:path";
import type { BenchOptions } from "@/lib/bench/options";
import { type BenchRecord, readRecord, writeRecord } from "@/lib/bench/record";
import type { Resources } from "@/lib/bench/resources";
import type { Row } from "@/lib/bench/table";

interface SessionFacts {
  benchmark: string;
  /** Absolute path of the project. */
  root: string;
  options: BenchOptions;
  resources: Resources;
  /** The record to fill: machine, versions and date are there already. */
  record: BenchRecord;
  /** Whether what an interrupted run has measured is kept. */
  resume: boolean;
}

/** One run of one benchmark: what it was asked, what it holds, and what it has measured so far. */
export class Session {
  readonly root: string;
  readonly options: BenchOptions;
  readonly resources: Resources;
  #record: BenchRecord;
  #file: string;

  constructor({ benchmark, root, options, resources, record, resume }: SessionFacts) {
    this.root = root;
    this.options = options;
    this.resources = resources;
    this.#file = path.join(root, ".masthead/bench", `${benchmark}.json`);
    this.#record = record;
    if (!resume || !existsSync(this.#file)) return;
    const earlier = readRecord(this.#file);
    // Figures of other code or another machine don't belong into one table.
    if (earlier.code === record.code && earlier.machine.cpu === record.machine.cpu) {
      this.#record = { ...record, measurements: earlier.measurements };
    }
  }

  /** A line of progress. */
  say(line: string): void {
    console.log(`bench: ${line}`);
  }

  /**
   * Measures one line of the table, or takes it from the run that is resumed.
   * @param id tells it from all others of this benchmark, such as `masthead 10000`
   */
  async measure(id: string, take: () => Promise<Row>): Promise<Row> {
    const known = this.#record.measurements.find((measurement) => measurement.id === id);
    if (known) {
      this.say(`${id}: kept from the run before`);
      return known.row;
    }
    this.say(`${id} …`);
    const row = await take();
    this.#record.measurements.push({ id, row });
    writeRecord(this.#file, this.#record);
    return row;
  }

  get record(): BenchRecord {
    return this.#record;
  }

  /** Absolute path of the results as JSON. */
  get file(): string {
    return this.#file;
  }
}
