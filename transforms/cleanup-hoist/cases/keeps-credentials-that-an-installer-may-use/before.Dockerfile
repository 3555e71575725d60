FROM python:3.12
COPY id_ed25519 /run/
RUN mkdir -p /root/.ssh && cp /run/id_ed25519 /root/.ssh/ && ssh-keyscan example.com > /root/.ssh/known_hosts
RUN pip install git+ssh://git@example.com/team/library.git
RUN rm -rf /root/.ssh
