FROM registry.example.org/platform/java:11
ADD agent.tar.gz /opt/agent/
