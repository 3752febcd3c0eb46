"""JSON files: articles as JSON values, ours exactly as they were, anybody's by what their keys say."""
