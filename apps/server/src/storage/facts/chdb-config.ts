/**
 * Engine configuration of the embedded fact store: a shop's machine is small and runs other things too.
 * Caches are a few per cent of the server defaults (the mark cache alone would be allowed 5 GB), and the engine stops a
 * query that would take it over `memoryMb` instead of being stopped by the system.
 */
export const chdbConfig = (memoryMb: number, usersPath: string): string => `<clickhouse>
  <users_config>${usersPath}</users_config>
  <max_server_memory_usage>${memoryMb * 1_000_000}</max_server_memory_usage>
  <mark_cache_size>${64 << 20}</mark_cache_size>
  <index_mark_cache_size>${8 << 20}</index_mark_cache_size>
  <primary_index_cache_size>${64 << 20}</primary_index_cache_size>
  <uncompressed_cache_size>0</uncompressed_cache_size>
  <query_condition_cache_size>${4 << 20}</query_condition_cache_size>
  <mmap_cache_size>64</mmap_cache_size>
  <compiled_expression_cache_size>${16 << 20}</compiled_expression_cache_size>
  <background_pool_size>2</background_pool_size>
  <background_common_pool_size>2</background_common_pool_size>
  <background_schedule_pool_size>2</background_schedule_pool_size>
</clickhouse>
`

/**
 * Settings of everything that a statement does not set itself, merges in the background among them. A merge that makes
 * projections sums up this many rows at a time and takes some 150 MB for it, and four may run at once. Expressions are not compiled:
 * the engine would do it anew for each shape of question at its third asking, which costs more than it saves at a shop's size.
 */
export const CHDB_USERS = `<clickhouse>
  <profiles>
    <default>
      <compile_expressions>0</compile_expressions>
      <compile_aggregate_expressions>0</compile_aggregate_expressions>
      <compile_sort_description>0</compile_sort_description>
      <min_insert_block_size_rows>65536</min_insert_block_size_rows>
      <min_insert_block_size_bytes>${32 << 20}</min_insert_block_size_bytes>
    </default>
  </profiles>
  <users>
    <default>
      <password></password>
      <networks><ip>::/0</ip></networks>
      <profile>default</profile>
      <quota>default</quota>
    </default>
  </users>
  <quotas><default></default></quotas>
</clickhouse>
`
