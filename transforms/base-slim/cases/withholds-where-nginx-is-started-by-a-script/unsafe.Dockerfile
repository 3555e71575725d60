FROM nginx:alpine-slim
COPY conf-generator.sh /usr/local/bin/
ENTRYPOINT ["conf-generator.sh"]
