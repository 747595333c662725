#--- the bad example of its page {"files":{".env":"","node_modules/":""}}
FROM node:24
COPY . /app
#    ^ CopyTakesAll 💡
#--- the good example of its page {"files":{".env":"","node_modules/":"",".dockerignore":".env\nnode_modules\n"}}
FROM node:24
COPY . /app
#--- nothing that matters, or kept out {"files":{"a.js":"",".env":"",".dockerignore":".env\n"}}
FROM node:24
COPY . /app
#--- excluded by a flag, single files {"files":{".env":""}}
FROM node:24
COPY --exclude=.env . /app
COPY a.js /
#--- a .dockerignore without a line end {"files":{".git/":"",".dockerignore":"node_modules"}}
FROM node:24
COPY ./ /app
#    ^^ CopyTakesAll 💡
