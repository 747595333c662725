#--- the bad example of its page
FROM node:24
CMD node app.js
#   ^^^^^^^^^^^ JSONArgsRecommended 💡
#--- the good example of its page
FROM node:24
CMD ["node", "app.js"]
