FROM registry.example.org/platform/java:11
COPY agent.tar.gz /opt/agent.tar.gz
RUN mkdir /opt/agent && tar xfz /opt/agent.tar.gz -C /opt/agent && rm /opt/agent.tar.gz
