#--- the bad example of its page
FROM node
#    ^^^^ DL3006 💡
#--- the good example of its page
FROM node:24
