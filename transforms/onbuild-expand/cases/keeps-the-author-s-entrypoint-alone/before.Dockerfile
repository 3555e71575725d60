# the shop
FROM node:5-onbuild
# starts it
ENTRYPOINT ["node", "shop.js"]
