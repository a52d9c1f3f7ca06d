"""Stands for Airflow: runs a task, and prints what it pushes and how it ends."""


class _TaskInstance:
    def xcom_push(self, key, value):
        print(key, value.get("rows", "no"), "rows")


def run(task):
    try:
        task(ti=_TaskInstance())
    except Exception as end:
        print(type(end).__name__ + ": " + str(end)[:16])
