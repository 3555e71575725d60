FROM debian:bookworm
ENV PLAYWRIGHT_BROWSERS_PATH=/browsers
CMD ["sh"]
