FROM node:22

RUN npm install -g pm2
RUN cd /root && tar -cf /srv/seed.tar .npm

CMD ["pm2-runtime", "/srv/app.js"]
