#--- the bad example of its page
FROM node:24-alpine
