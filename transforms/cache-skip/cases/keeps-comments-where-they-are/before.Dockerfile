FROM node:20
# the tools
RUN npm install -g \
    # to compile
    typescript \
    # to serve
    serve
# the rest
CMD ["serve"]
