#--- the bad example of its page
FROM nginx:1.29
CMD ["nginx", "-g", "daemon off;"]
