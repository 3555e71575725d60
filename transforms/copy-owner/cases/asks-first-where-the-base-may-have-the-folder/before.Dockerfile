FROM registry.example.org/platform/runtime:4
COPY . /app
RUN chown -R 1000:1000 /app
