"""Stands for Dagster: runs an asset, and prints what it yields and how it ends."""

from dataclasses import dataclass


@dataclass
class AssetSpec:
    key: str
    skippable: bool


@dataclass
class AssetCheckSpec:
    name: str
    asset: str


@dataclass
class MaterializeResult:
    asset_key: str
    metadata: dict

    def __str__(self):
        return f"MaterializeResult {self.asset_key} {self.metadata['rows']}"


@dataclass
class AssetCheckResult:
    asset_key: str
    check_name: str
    passed: bool
    metadata: dict

    def __str__(self):
        return f"AssetCheckResult {self.asset_key} {self.passed}"


class Failure(Exception):
    def __init__(self, description, allow_retries=True):
        super().__init__(f"{description[:16]} {allow_retries}")


def multi_asset(specs, check_specs):
    return lambda function: function


def run(asset):
    try:
        for result in asset():
            print(result)
    except Failure as end:
        print("Failure: " + str(end))
