# Masthead as an image: the site is built in it, and the posts are mounted (README.md, "Docker").
#
#   docker build -t masthead .
#   docker run -d --name news -p 127.0.0.1:3000:3000 -v /srv/posts:/content:ro -v masthead:/app/.masthead \
#     -e SITE_URL=https://news.example.com masthead

FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
# The samples are what it is built with; what they leave is not for the image, and packages for tests are not either.
RUN CONTENT_DIR=content npm run build \
  && rm -rf .masthead/content*.db* .masthead/comments.db* .masthead/pages .masthead/running .next/cache \
  && npm prune --omit=dev --no-audit --no-fund

FROM node:22-slim
# For posts that are pulled from a repository: --build-arg PACKAGES="git openssh-client ca-certificates"
ARG PACKAGES=""
RUN if [ -n "$PACKAGES" ]; then apt-get update && apt-get install -y --no-install-recommends $PACKAGES \
  && rm -rf /var/lib/apt/lists/*; fi
WORKDIR /app
COPY --from=build --chown=node:node /app ./
RUN mkdir -p /content && chown node:node /app /content
USER node
ENV NODE_ENV=production \
  CONTENT_DIR=/content \
  PORT=3000 \
  NO_UPDATE_NOTIFIER=1
# The content store, the comments (back them up) and rendered pages.
VOLUME /app/.masthead
EXPOSE 3000
# A first start brings the whole archive in, a minute for 50,000 posts.
HEALTHCHECK --interval=15s --timeout=5s --start-period=5m \
  CMD ["node", "deploy/is-healthy.mjs"]
CMD ["node", "lib/commands/start.mjs"]
