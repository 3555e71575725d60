FROM node:20
# the tools
RUN npm install -g \
    # to compile
    typescript \
    # to serve
    serve \
    && npm cache clean --force
# the rest
CMD ["serve"]
