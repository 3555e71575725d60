FROM node:22-bookworm
# The health check asks over the network.
HEALTHCHECK CMD curl -f http://localhost:8080/ || exit 1
CMD ["node", "--version"]
