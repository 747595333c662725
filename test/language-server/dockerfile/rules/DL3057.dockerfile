#--- the bad example of its page
FROM nginx:1.29
#^^^^^^^^^^^^^^ DL3057
CMD ["nginx", "-g", "daemon off;"]
#--- the good example of its page
FROM nginx:1.29
HEALTHCHECK CMD ["curl", "-f", "http://localhost/"]
CMD ["nginx", "-g", "daemon off;"]
