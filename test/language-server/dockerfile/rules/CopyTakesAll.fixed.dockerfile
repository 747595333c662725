#--- the bad example of its page {"files":{".env":"","node_modules/":""}}
FROM node:24
COPY . /app
#--- a .dockerignore without a line end {"files":{".git/":"",".dockerignore":"node_modules"}}
FROM node:24
COPY ./ /app
