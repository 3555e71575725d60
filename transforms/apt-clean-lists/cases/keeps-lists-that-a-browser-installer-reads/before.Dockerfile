FROM node:22-bookworm
RUN apt-get update && apt-get install -y xvfb
RUN npx playwright install-deps chromium
