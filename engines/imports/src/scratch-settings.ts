/**
 * Settings of tables that live for minutes at most: one file a part instead of two for every column, and no merging, which
 * would take a processor from what fills and reads them.
 */
export const NEVER_MERGED = 'max_bytes_to_merge_at_max_space_in_pool = 1'
export const FEW_FILES = 'min_bytes_for_wide_part = 1000000000000'
