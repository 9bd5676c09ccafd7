-- Items: the terms as one packed value, each column of units as a number of its own.

local STOCK_MAX = 1000000000

local function read_terms(shard, item)
  local packed = redis.call('HGET', shard.items, item)
  return packed and cmsgpack.unpack(packed) or nil
end

local function units_of(shard, item, column)
  return tonumber(redis.call('HGET', shard.items, item .. column) or '0')
end

local function add_units(shard, item, column, units)
  if units == 0 then return end
  redis.call('HINCRBY', shard.items, item .. column, string.format('%.0f', units))
end

local function move_units(shard, item, units, from, to)
  add_units(shard, item, from, -units)
  add_units(shard, item, to, units)
end

local function open_item(shard, request)
  if request.faultBefore then return { code = request.faultBefore } end
  if redis.call('HEXISTS', shard.items, request.item) == 1 then return { code = 'item_exists' } end
  if request.fault then return { code = request.fault } end
  local terms = request.terms
  terms.kind = request.kind
  terms.closed = false
  redis.call('HSET', shard.items, request.item, cmsgpack.pack(terms),
    request.item .. ':free', request.stock, request.item .. ':held', 0, request.item .. ':locked', 0,
    request.item .. ':sold', 0, request.item .. ':stock', request.stock)
  return { code = 'accepted' }
end

local function change_terms(shard, request)
  local known = read_terms(shard, request.item)
  if not known then return { code = 'item_unknown' } end
  if request.fault then return { code = request.fault } end
  local terms = request.terms
  terms.kind = known.kind
  terms.closed = request.closed
  redis.call('HSET', shard.items, request.item, cmsgpack.pack(terms))
  return { code = 'accepted' }
end

local function adjust_stock(shard, request)
  local terms = read_terms(shard, request.item)
  if not terms then return { code = 'item_unknown' } end
  local delta = request.delta
  if delta == 0 or units_of(shard, request.item, ':stock') + delta > STOCK_MAX then
    return { code = 'quantity_invalid' }
  end
  if terms.kind == 'bundle' then return { code = 'terms_invalid' } end
  local free = units_of(shard, request.item, ':free')
  if free + delta < 0 then return { code = 'stock_below_zero', detail = free } end
  add_units(shard, request.item, ':free', delta)
  add_units(shard, request.item, ':stock', delta)
  return { code = 'accepted' }
end

local function block_key(shard, request)
  if request.untilSeconds == 0 then redis.call('HDEL', shard.blocks, request.key)
  else redis.call('HSET', shard.blocks, request.key, request.untilSeconds) end
  return { code = 'accepted' }
end

local function is_blocked(shard, keys)
  if redis.call('HLEN', shard.blocks) == 0 then return false end
  for _, key in ipairs(keys) do
    local till = redis.call('HGET', shard.blocks, key)
    if till and shard.now < tonumber(till) * 1000 then return true end
  end
  return false
end
