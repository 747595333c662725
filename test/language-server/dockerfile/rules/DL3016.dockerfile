#--- the bad example of its page
FROM node:24
RUN npm install express
#               ^^^^^^^ DL3016
#--- the good example of its page
FROM node:24
RUN npm install express@5.1.0
