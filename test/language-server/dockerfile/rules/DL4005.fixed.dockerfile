#--- the bad example of its page
FROM debian:13
SHELL ["/bin/bash", "-c"]
