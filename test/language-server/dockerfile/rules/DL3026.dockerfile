#--- the bad example of its page {"trustedRegistries":["docker.io"]}
FROM evil.example.com/alpine:3.22
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DL3026
#--- the good example of its page {"trustedRegistries":["docker.io"]}
FROM docker.io/alpine:3.22
