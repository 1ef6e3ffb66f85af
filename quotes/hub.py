"""Upload of a Hub folder; the only importer of huggingface_hub."""

from __future__ import annotations

from pathlib import Path

from huggingface_hub import HfApi
from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalTokenNotFoundError

from quotes.model import InputError, OutputError

LOGIN = "log in with `hf auth login`, or set HF_TOKEN to a token that may write"


def hub_folder(path: Path) -> Path:
    """The Hub folder that a path means: itself, or ``hub/`` of an output folder; raises ``InputError``."""
    folder = path / "hub" if (path / "hub").is_dir() else path
    if not (folder / "README.md").is_file() or not list(folder.glob("data/*.parquet")):
        raise InputError(
            f"{folder}: no README.md and data/*.parquet there; give the folder that `quotes extract` wrote"
        )
    return folder


def push(
    folder: Path, repo: str, *, private: bool = False, message: str = "Update", endpoint: str | None = None
) -> str:
    """Upload a Hub folder to a dataset repository, which is made if it is not there; gives its address.

    The token is what huggingface_hub finds (``HF_TOKEN``, or a login); it is neither read, printed nor stored here.
    Parquet files that the folder does not have are deleted there, so that no old rows stay. Raises ``OutputError``.
    """
    api = HfApi(endpoint=endpoint)
    try:
        api.create_repo(repo, repo_type="dataset", private=private, exist_ok=True)
        api.upload_folder(
            repo_id=repo,
            repo_type="dataset",
            folder_path=folder,
            commit_message=message,
            delete_patterns="data/*.parquet",
        )
    except HFValidationError as error:
        raise OutputError(f"{repo!r} is no name of a repository: {error}; write it user/name") from error
    except LocalTokenNotFoundError as error:
        raise OutputError(f"{repo}: no token; {LOGIN}") from error
    except HfHubHTTPError as error:
        status = error.response.status_code
        advice = LOGIN if status in (401, 403) else "try again later"
        raise OutputError(f"{repo}: the Hub answered {status}; {advice}") from error
    except Exception as error:
        # Its HTTP library, and so the kind of a connection error, changes from version to version.
        raise OutputError(f"{repo}: the Hub cannot be reached ({type(error).__name__}); check the network") from error
    return f"{api.endpoint}/datasets/{repo}"
