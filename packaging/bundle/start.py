"""Where the bundled program starts."""

import multiprocessing
import sys

multiprocessing.freeze_support()  # a worker process is this program started again

from curator.cli import main  # noqa: E402 - only the parent needs the command line

sys.exit(main())
