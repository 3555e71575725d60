FROM nginx:alpine
COPY conf-generator.sh /usr/local/bin/
ENTRYPOINT ["conf-generator.sh"]
