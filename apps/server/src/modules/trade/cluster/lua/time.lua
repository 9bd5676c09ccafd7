-- Passing of time. An order lapses at its home, here and now; its parts on other shards follow when a server has asked the home.
-- Those are named by `unsettled`, and named again until they have followed.

local RETRY_MS = 1000
local HELD = { held = ':held', locked = ':locked' }

-- Servers that follow the lapses read them from here; one that was away for longer than so many asks for its orders instead.
local LAPSES_KEPT = 10000

local function lapse(shard, id, order)
  give_lines(shard, order, HELD[order.state])
  redis.call('XADD', shard.lapses, 'MAXLEN', '~', LAPSES_KEPT, '*',
    'order', id, 'at', string.format('%.0f', order.deadline), 'deposit', order.state == 'locked' and 1 or 0)
  close_order(shard, id, order, 'lapsed', order.deadline + order.retentionMs)
end

-- The time to decide is over and nobody has: what was taken for the attempt goes back.
local function end_trial(shard, id, order)
  give_lines(shard, order, ':held')
  if order.state == 'none' then return forget_order(shard, id, order) end
  close_order(shard, id, order, order.state, order.deadline)
end

local function strike(shard, id)
  local order = read_order(shard, id)
  if not order then redis.call('ZREM', shard.due, 'o' .. id)
  elseif order.trial then end_trial(shard, id, order)
  elseif HELD[order.state] then lapse(shard, id, order)
  elseif order.elsewhere then
    redis.call('ZREM', shard.due, 'o' .. id)
    set_across(shard, id, shard.now)
  else forget_order(shard, id, order) end
end

local function strike_member(shard, member)
  local kind, id = member:sub(1, 1), member:sub(2)
  if kind == 'o' then return strike(shard, id) end
  redis.call('HDEL', kind == 'r' and shard.replies or shard.homes, id)
  redis.call('ZREM', shard.due, member)
end

local function past(shard, key, most)
  local till = string.format('%.0f', last_tick(shard.now))
  return redis.call('ZRANGE', key, '-inf', till, 'BYSCORE', 'LIMIT', 0, most)
end

local function pass_time(shard, most)
  local due = past(shard, shard.due, most)
  for _, member in ipairs(due) do strike_member(shard, member) end
  return #due
end

-- The lapses after the one named; without a name the place from which to follow.
local function lapses_since(shard, since, most)
  if not since then
    local last = redis.call('XREVRANGE', shard.lapses, '+', '-', 'COUNT', 1)
    return {}, last[1] and last[1][1] or '0-0'
  end
  local found = redis.call('XRANGE', shard.lapses, '(' .. since, '+', 'COUNT', most)
  local lapses = {}
  for i, entry in ipairs(found) do
    local fields = entry[2]
    lapses[i] = { order = fields[2], at = tonumber(fields[4]), deposit = fields[6] == '1' }
  end
  return lapses, #found > 0 and found[#found][1] or since
end

local function unsettled(shard, most)
  local found = {}
  for _, id in ipairs(past(shard, shard.across, most)) do
    local order = read_order(shard, id)
    if order then
      set_across(shard, id, shard.now + RETRY_MS)
      table.insert(found, { id = id, home = order.home, attempt = order.attempt, elsewhere = order.elsewhere })
    else redis.call('ZREM', shard.across, id) end
  end
  return found
end
