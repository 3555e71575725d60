FROM debian:bookworm-slim
COPY src /src/tool

# What the build needs.
RUN apt-get update
RUN apt-get install -y --no-install-recommends gcc libc6-dev make
# The tool itself.
RUN make -C /src/tool install
RUN apt-get purge -y --auto-remove gcc libc6-dev make && rm -rf /var/lib/apt/lists/* /src/tool
CMD ["tool"]
