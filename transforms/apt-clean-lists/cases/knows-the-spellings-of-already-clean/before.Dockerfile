FROM debian:bookworm
RUN apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists
RUN apt-get update && apt-get install -y b && rm -rf /var/lib/apt/lists/
RUN apt-get update && apt-get install -y c && rm -fr "/var/lib/apt/lists"/*
RUN apt-get update && apt-get install -y d && rm -r /var/lib/apt
RUN apt-get update && apt-get install -y e && rm -rf /tmp/* /var/lib/apt/lists/* /var/tmp/*
RUN apt-get update && apt-get install -y f && rm -rf /var/lib/{apt,dpkg,cache,log}/
RUN apt-get update && apt-get install -y g && apt-get dist-clean
RUN apt-get update && apt-get install -y h && find /var/lib/apt/lists -type f -delete
RUN apt-get update && apt-get install -y i && cd /var/lib/apt/lists && rm -rf ./*
RUN apt-get update && apt-get install -y j; rm -rf /var/lib/apt/lists/*_*
