FROM debian:bookworm-slim

# The lists stay: people who work in here install what they miss
# hadolint ignore=DL3009,DL3015
RUN apt-get update && apt-get install -y git

COPY gitconfig /etc/gitconfig

RUN useradd --create-home developer
# dfslim ignore=run-merge because other images share the layer above
RUN install -d -o developer -g developer /work

# These two say nothing, and become one
RUN chmod 0755 /work \
    && ln -s /work /home/developer/work

USER developer
WORKDIR /work
CMD ["bash"]
