-- The functions as servers call them. Each lets time pass first, as a frame of the core does.

local function shard_and_request(keys, args)
  return open_shard(keys, args[1]), cjson.decode(args[2])
end

local function give(answer)
  return cjson.encode(answer)
end

-- A command of a client: answered as before where it was, refused where it is too old, decided otherwise.
local function command(run)
  return function(keys, args)
    local shard, request = shard_and_request(keys, args)
    pass_time(shard, DUE_AT_ONCE)
    return give(recall(shard, request) or untimely(shard, request) or run(shard, request))
  end
end

local function remembered(run)
  return command(function(shard, request) return remember(shard, request, run(shard, request)) end)
end

-- A word between servers and shards, not a client's.
local function internal(run)
  return function(keys, args)
    local shard, request = shard_and_request(keys, args)
    pass_time(shard, DUE_AT_ONCE)
    return give(run(shard, request))
  end
end

redis.register_function('zhanggui_open_item', remembered(open_item))
redis.register_function('zhanggui_change_terms', remembered(change_terms))
redis.register_function('zhanggui_adjust_stock', remembered(adjust_stock))
redis.register_function('zhanggui_block', remembered(block_key))
redis.register_function('zhanggui_reserve', command(reserve))
redis.register_function('zhanggui_try_reserve', command(try_reserve))
redis.register_function('zhanggui_try_part', internal(try_part))
redis.register_function('zhanggui_commit', internal(commit))
redis.register_function('zhanggui_refuse', internal(refuse))
redis.register_function('zhanggui_standing', internal(standing))
redis.register_function('zhanggui_settle', internal(settle))
redis.register_function('zhanggui_followed', internal(followed))
redis.register_function('zhanggui_pay', remembered(pay))
redis.register_function('zhanggui_pay_deposit', remembered(pay_deposit))
redis.register_function('zhanggui_release', remembered(release))
redis.register_function('zhanggui_return', remembered(function(shard, request)
  return may_return(shard, request) or return_goods(shard, request)
end))
redis.register_function('zhanggui_return_part', remembered(return_part))
redis.register_function('zhanggui_return_at', remembered(return_goods))
redis.register_function('zhanggui_may_return', command(function(shard, request)
  local fault = may_return(shard, request)
  return fault and remember(shard, request, fault) or standing(shard, request)
end))

-- Where an order has its home: the first shard that is named for it, for good. Without one nothing can be asked of the order.
redis.register_function('zhanggui_claim', internal(function(shard, request)
  if redis.call('HSETNX', shard.homes, request.id, request.home) == 1 then
    set_due(shard, 'h' .. request.id, shard.now + request.homeRetentionMs)
  end
  return { code = 'accepted', home = tonumber(redis.call('HGET', shard.homes, request.id)) }
end))
redis.register_function('zhanggui_find', command(function(shard, request)
  local home = redis.call('HGET', shard.homes, request.order)
  if home then return { code = 'accepted', home = tonumber(home) } end
  return remember(shard, request, { code = 'order_unknown' })
end))

-- `due`: as many as were worked off, so that the caller comes back at once while there are more.
redis.register_function('zhanggui_pass', function(keys, args)
  local shard, request = shard_and_request(keys, args)
  local due = pass_time(shard, request.most)
  local lapses, since = lapses_since(shard, request.since, request.most)
  return give({ code = 'accepted', due = due, unsettled = unsettled(shard, request.most), lapses = lapses, since = since })
end)

redis.register_function{
  function_name = 'zhanggui_read_item',
  flags = { 'no-writes' },
  callback = function(keys, args)
    local shard, request = shard_and_request(keys, args)
    local terms = read_terms(shard, request.item)
    if not terms then return give({ code = 'item_unknown' }) end
    local item = { code = 'accepted', kind = terms.kind, closed = terms.closed, version = terms.version }
    for _, column in ipairs({ 'free', 'held', 'locked', 'sold', 'stock' }) do
      item[column] = units_of(shard, request.item, ':' .. column)
    end
    return give(item)
  end,
}

redis.register_function{
  function_name = 'zhanggui_read_order',
  flags = { 'no-writes' },
  callback = function(keys, args)
    local shard, request = shard_and_request(keys, args)
    local home = redis.call('HGET', shard.homes, request.order)
    return give({ code = 'accepted', home = tonumber(home or '-1'), order = read_order(shard, request.order) })
  end,
}

redis.register_function{
  function_name = 'zhanggui_count_orders',
  flags = { 'no-writes' },
  callback = function(keys, args)
    local shard = shard_and_request(keys, args)
    local counts = {}
    for _, state in ipairs({ 'held', 'locked', 'sold', 'released', 'lapsed', 'refundDue' }) do
      counts[state] = tonumber(redis.call('HGET', shard.homes, 'state:' .. state) or '0')
    end
    return give({ code = 'accepted', counts = counts })
  end,
}
