-- What a shard keeps: nine keys of one hash tag, so that one call sees and changes all of them at once.
-- A call is FCALL name 9 <keys> <now> <request as JSON>; now is empty where the server's own clock is meant.

local TICK_MS = 16
-- How many due entries a call works off before its own work; the timer of the servers takes the rest.
local DUE_AT_ONCE = 32

local function clock_of(given)
  if given ~= '' then return tonumber(given) end
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end

local function open_shard(keys, now)
  return {
    items = keys[1],
    limits = keys[2],
    orders = keys[3],
    due = keys[4],
    replies = keys[5],
    homes = keys[6],
    blocks = keys[7],
    across = keys[8],
    lapses = keys[9],
    now = clock_of(now),
  }
end

-- The tick within which something due at this instant is run: never before it, at most one after. As in the core's wheel.
local function tick_after(instant)
  return math.ceil(instant / TICK_MS) * TICK_MS
end

local function last_tick(now)
  return math.floor(now / TICK_MS) * TICK_MS
end

local function set_due(shard, member, instant)
  redis.call('ZADD', shard.due, string.format('%.0f', tick_after(instant)), member)
end

-- When somebody has to bring home and parts of an order over several shards together.
local function set_across(shard, id, instant)
  redis.call('ZADD', shard.across, string.format('%.0f', tick_after(instant)), id)
end

local function read_order(shard, id)
  local packed = redis.call('HGET', shard.orders, id)
  return packed and cmsgpack.unpack(packed) or nil
end

local function write_order(shard, id, order)
  redis.call('HSET', shard.orders, id, cmsgpack.pack(order))
end

-- How many orders are in each state, for people to look at: counted at the home of an order alone.
local function count_state(shard, state, by)
  if state ~= 'none' then redis.call('HINCRBY', shard.homes, 'state:' .. state, by) end
end

local function close_order(shard, id, order, state, deadline)
  if order.state ~= state then
    count_state(shard, order.state, -1)
    count_state(shard, state, 1)
  end
  order.state = state
  order.deadline = deadline
  order.trial = nil
  write_order(shard, id, order)
  set_due(shard, 'o' .. id, deadline)
end

local function forget_order(shard, id, order)
  if not order.home then count_state(shard, order.state, -1) end
  redis.call('HDEL', shard.orders, id)
  redis.call('ZREM', shard.due, 'o' .. id)
  redis.call('ZREM', shard.across, id)
end
