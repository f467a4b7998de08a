"""`python -m allegiance` is the command `allegiance`."""

from allegiance.faces.cli.app import main

if __name__ == "__main__":
    main()
