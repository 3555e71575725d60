git tag
