# The target of cronjob.yaml, with a shell beside it. The tap is not in it: it has an image of its own.
FROM python:3.11-slim
RUN pip install --no-cache-dir meltanolabs-target-postgres==0.8.1
USER 1000:1000
