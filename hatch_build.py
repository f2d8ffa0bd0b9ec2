"""Put packs, examples and schemas into the wheel; a checkout in development uses them in place."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHIPPED = ("templates", "translations", "schools", "casefiles", "schema", "phrases")


class ShippedFiles(BuildHookInterface[Any]):
    """Add the shipped folders to a wheel as `docgen/shipped/<folder>`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the folders to include, unless the build is an editable one."""
        if version == "standard":
            root = Path(self.root)
            build_data["force_include"].update(
                {str(root / name): f"docgen/shipped/{name}" for name in SHIPPED}
            )
