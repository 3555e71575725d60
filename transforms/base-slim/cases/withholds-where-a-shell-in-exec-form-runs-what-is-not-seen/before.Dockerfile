FROM node:22-bookworm
CMD ["bash", "-c", "/opt/prepare && node /opt/main.js"]
