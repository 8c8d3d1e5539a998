from importlib.util import find_spec
from pathlib import Path

from piccolo.conf.apps import AppConfig, table_finder


def app(name: str, *needs: str) -> AppConfig:
    """The Piccolo app of a package: its tables in `tables.py`, its migrations in a folder of that name."""
    spec = find_spec("migrations")
    assert spec is not None
    assert spec.submodule_search_locations
    return AppConfig(
        app_name=name,
        migrations_folder_path=Path(next(iter(spec.submodule_search_locations))) / name,
        table_classes=table_finder([f"{name}.tables"], exclude_imported=True),
        migration_dependencies=[f"{other}.piccolo_app" for other in needs],
    )
