FROM node:22-bookworm-slim
CMD ["bash", "-c", "/opt/prepare && node /opt/main.js"]
