def task(retries):
    return lambda function: function
