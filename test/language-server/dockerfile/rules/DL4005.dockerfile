#--- the bad example of its page
FROM debian:13
RUN ln -sf /bin/bash /bin/sh
#   ^^^^^^^^^^^^^^^^^^^^^^^^ DL4005 💡
#--- the good example of its page
FROM debian:13
SHELL ["/bin/bash", "-c"]
