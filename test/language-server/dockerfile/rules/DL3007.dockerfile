#--- the bad example of its page
FROM node:latest
#    ^^^^^^^^^^^ DL3007 💡
#--- the good example of its page
FROM node:24
