FROM debian:bookworm AS build
RUN make-it && chmod 4755 /out/tool
FROM debian:bookworm-slim
COPY --from=build /out /app
RUN chown -R games:games /app
