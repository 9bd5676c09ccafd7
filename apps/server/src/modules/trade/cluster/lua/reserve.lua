-- Reserving. What lies on one shard is decided in one call. What lies on several is first tried: each shard takes its lines for a
-- few seconds under a number of the attempt; then the home decides alone, once, and remembers it.

local function lines_of(request)
  local lines = request.lines
  for _, line in ipairs(lines) do line.returned = 0 end
  return lines
end

local function order_of(request)
  return {
    state = 'none',
    buyer = request.buyer,
    address = request.address,
    amount = request.amountCents,
    deadline = 0,
    presale = request.presale,
    depositPaid = false,
    retentionMs = request.orderRetentionMs,
    lines = lines_of(request),
  }
end

-- What is wrong with the request, before any unit is looked at; `phase` says how early in the order of checks it is found.
local function early_fault(shard, request)
  local fault = check_lines(shard, request.lines)
  if fault then fault.phase = 1 return fault end
  if request.fault then return { code = request.fault, phase = 2, flags = request.flags } end
  if is_blocked(shard, request.keys) then return { code = 'blocked', phase = 2 } end
  return nil
end

local function hold_until(shard, request)
  local terms = read_terms(shard, request.first)
  local hold = request.holdMs
  if hold == 0 and terms then hold = terms.holdSeconds * 1000 end
  if hold == 0 then hold = request.holdMsDefault end
  return shard.now + math.min(hold, request.holdMsMax)
end

-- A hold of a home begins when it is decided, not when it was tried.
local function accept_reserve(shard, request, order)
  if request.paid then move_lines(shard, order, ':held', ':sold') end
  local deadline = request.paid and shard.now + order.retentionMs or hold_until(shard, request)
  close_order(shard, request.id, order, request.paid and 'sold' or 'held', deadline)
  return { code = 'accepted', flags = request.flags, detail = request.paid and 0 or math.floor(deadline / 1000) }
end

-- A present that may be replaced is asked for again by the caller: nothing is remembered.
local function refuse_reserve(shard, request, fault)
  if fault.soft then return fault end
  return remember(shard, request, fault)
end

local function reserve(shard, request)
  if redis.call('HEXISTS', shard.orders, request.id) == 1 then
    return remember(shard, request, { code = 'order_exists' })
  end
  local fault = early_fault(shard, request)
  if fault then return refuse_reserve(shard, request, fault) end
  local order = order_of(request)
  fault = take_lines(shard, order, ':held')
  if fault then return refuse_reserve(shard, request, fault) end
  return remember(shard, request, accept_reserve(shard, request, order))
end

local function next_attempt(shard)
  return redis.call('HINCRBY', shard.homes, 'attempts', 1)
end

local function try_order(shard, id, order, request, kind)
  order.elsewhere = request.elsewhere or order.elsewhere
  order.attempt = next_attempt(shard)
  order.trial = { kind = kind, request = request }
  write_order(shard, id, order)
  set_due(shard, 'o' .. id, shard.now + request.trialMs)
  local who = { buyer = order.buyer, address = order.address, orderRetentionMs = order.retentionMs }
  return { code = 'trying', attempt = order.attempt, elsewhere = order.elsewhere, who = who }
end

-- The home's lines of an order over several shards. A fault here is not the answer yet: another shard may have an earlier one.
local function try_reserve(shard, request)
  local known = read_order(shard, request.id)
  if known and known.trial then return { code = 'busy' } end
  if known then return remember(shard, request, { code = 'order_exists' }) end
  local order = order_of(request)
  local fault = early_fault(shard, request) or take_lines(shard, order, ':held')
  if fault then order.lines = {} end
  local answer = try_order(shard, request.id, order, request, 'reserve')
  answer.fault = fault
  return answer
end

-- Lines on another shard than the home. An attempt with a higher number takes the place of what is left of an earlier one.
local function try_part(shard, request)
  local known = read_order(shard, request.id)
  if known and known.attempt > request.attempt then return { code = 'busy' } end
  if known and known.attempt == request.attempt then return { code = 'trying' } end
  if known and known.state == 'held' then give_lines(shard, known, ':held') end
  local order = order_of(request)
  order.home, order.attempt, order.state = request.home, request.attempt, 'held'
  local fault = not request.again and check_lines(shard, order.lines)
  if fault then fault.phase = 1 else fault = take_lines(shard, order, ':held') end
  if fault then
    forget_order(shard, request.id, order)
    return { code = 'trying', fault = fault }
  end
  write_order(shard, request.id, order)
  set_across(shard, request.id, shard.now + 2 * request.trialMs)
  return { code = 'trying' }
end
