FROM nginx:1.27-alpine
RUN apk add --no-cache bash
COPY start.sh /start.sh
CMD ["/bin/bash", "/start.sh"]
