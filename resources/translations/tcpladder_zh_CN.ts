<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>core</name>
    <message>
        <source>cannot be opened</source>
        <translation>无法打开</translation>
    </message>
    <message>
        <source>is a folder, not a capture</source>
        <translation>是文件夹，不是抓包文件</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>无法写入</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>是空文件</translation>
    </message>
    <message>
        <source>became shorter while it was being read</source>
        <translation>在读取过程中变短了</translation>
    </message>
    <message>
        <source>was changed after it was opened</source>
        <translation>在打开之后被改动了</translation>
    </message>
    <message>
        <source>is neither a capture nor a text with tcpdump lines</source>
        <translation>既不是抓包文件，也不是含有 tcpdump 行的文本</translation>
    </message>
    <message>
        <source>holds no line that tcpdump could have printed</source>
        <translation>没有任何一行可能是 tcpdump 的输出</translation>
    </message>
    <message>
        <source>is a pcap file of a version that nobody wrote captures in</source>
        <translation>是 pcap 文件，但没有抓包使用过这个版本号</translation>
    </message>
    <message>
        <source>has a link type that is not supported</source>
        <translation>使用了不支持的链路类型</translation>
    </message>
    <message>
        <source>ends inside the file header</source>
        <translation>在文件首部中间就结束了</translation>
    </message>
    <message>
        <source>ends inside a packet&apos;s record header</source>
        <translation>在某个数据包的记录首部中间就结束了</translation>
    </message>
    <message>
        <source>ends inside a packet</source>
        <translation>在某个数据包中间就结束了</translation>
    </message>
    <message>
        <source>has a packet record longer than any packet</source>
        <translation>有一条数据包记录比任何数据包都长</translation>
    </message>
    <message>
        <source>has a line that looks like a packet and cannot be read</source>
        <translation>有一行像是数据包，但无法读取</translation>
    </message>
    <message>
        <source>has a block whose length cannot be</source>
        <translation>有一个块的长度不可能成立</translation>
    </message>
    <message>
        <source>has a packet that is longer than its block</source>
        <translation>有一个数据包比它所在的块还长</translation>
    </message>
    <message>
        <source>has a packet of an interface that it does not describe</source>
        <translation>有一个数据包属于文件中没有描述的接口</translation>
    </message>
    <message>
        <source>has no connection of that number</source>
        <translation>没有这个编号的连接</translation>
    </message>
    <message>
        <source>cannot be kept in a temporary file</source>
        <translation>无法存入临时文件</translation>
    </message>
    <message>
        <source>ends inside its compressed data</source>
        <translation>在压缩数据中间就结束了</translation>
    </message>
    <message>
        <source>has compressed data that is damaged</source>
        <translation>压缩数据已损坏</translation>
    </message>
    <message>
        <source>expands to more than any capture would</source>
        <translation>解压后比任何抓包都大</translation>
    </message>
    <message>
        <source>is compressed more than once</source>
        <translation>被压缩了不止一次</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>Acknowledges %1, but the capture has the peer&apos;s octets up to %2 only: a segment arrived that was not captured.</source>
        <translation>确认到 %1，但抓包中对端的字节只到 %2：有报文段到达了却没有被抓到。</translation>
    </message>
    <message>
        <source>The capture ends with the connection open: neither FIN nor RST.</source>
        <translation>抓包结束时连接仍然打开：既没有 FIN 也没有 RST。</translation>
    </message>
    <message>
        <source>The capture&apos;s clock goes back by %1 ns.</source>
        <translation>抓包的时钟倒退了 %1 ns。</translation>
    </message>
    <message>
        <source>The packet is cut before the end of its TCP header.</source>
        <translation>数据包在 TCP 首部结束之前被截断。</translation>
    </message>
    <message>
        <source>Link type %1 is not supported: packets of this interface are left out.</source>
        <translation>不支持链路类型 %1：该接口的数据包被略去。</translation>
    </message>
    <message>
        <source>ICMP error in packet %1: this did not arrive. TCP goes on and tries again.</source>
        <translation>数据包 %1 中的 ICMP 差错：这个报文段没有到达。TCP 继续并重试。</translation>
    </message>
    <message>
        <source>ICMP error in packet %1: the destination refuses this. TCP should give up an opening connection.</source>
        <translation>数据包 %1 中的 ICMP 差错：目的端拒绝接收。TCP 应放弃正在打开的连接。</translation>
    </message>
    <message>
        <source>ICMP error in packet %1: too large, the path takes packets of %3 octets.</source>
        <translation>数据包 %1 中的 ICMP 差错：报文过大，这条路径只能通过 %3 字节的数据包。</translation>
    </message>
    <message>
        <source>Acknowledges %1; covering the FIN of segment %4 takes %2. The FIN had not arrived when this was sent.</source>
        <translation>确认到 %1；要覆盖报文段 %4 的 FIN 须确认到 %2。发出它时 FIN 尚未到达。</translation>
    </message>
    <message>
        <source>FIN: no more data from the sender</source>
        <translation>FIN：发送方不再有数据</translation>
    </message>
    <message>
        <source>The sender closes its direction. The other direction stays open until its own FIN.</source>
        <translation>发送方关闭自己的方向。另一方向在它自己的 FIN 之前保持打开。</translation>
    </message>
    <message>
        <source>Set: it uses the sequence number %4, behind the data.</source>
        <translation>置位：它占用数据之后的序号 %4。</translation>
    </message>
    <message>
        <source>Not set: the sender may send more.</source>
        <translation>未置位：发送方还可以继续发送。</translation>
    </message>
    <message>
        <source>SYN: synchronize sequence numbers</source>
        <translation>SYN：同步序号</translation>
    </message>
    <message>
        <source>Opens one direction: the sequence number of this segment is the initial one.</source>
        <translation>打开一个方向：这个报文段的序号就是初始序号。</translation>
    </message>
    <message>
        <source>Set: the initial sequence number is %1. The SYN uses it, data begins behind it.</source>
        <translation>置位：初始序号为 %1。SYN 占用它，数据从其后开始。</translation>
    </message>
    <message>
        <source>Not set: this segment opens nothing.</source>
        <translation>未置位：这个报文段不打开连接。</translation>
    </message>
    <message>
        <source>RST: reset the connection</source>
        <translation>RST：复位连接</translation>
    </message>
    <message>
        <source>The receiver deletes the connection and answers nothing, if the sequence number is the one that it expects.</source>
        <translation>若序号正是接收方所期待的，接收方就删除连接，不作应答。</translation>
    </message>
    <message>
        <source>Set, with sequence number %1.</source>
        <translation>置位，序号为 %1。</translation>
    </message>
    <message>
        <source>Not set.</source>
        <translation>未置位。</translation>
    </message>
    <message>
        <source>PSH: push function</source>
        <translation>PSH：推送功能</translation>
    </message>
    <message>
        <source>The receiver should hand the data to the application without waiting for more.</source>
        <translation>接收方应立即把数据交给应用程序，不再等待更多数据。</translation>
    </message>
    <message>
        <source>Set, with %3 bytes of data.</source>
        <translation>置位，携带 %3 字节数据。</translation>
    </message>
    <message>
        <source>ACK: the acknowledgment number counts</source>
        <translation>ACK：确认号有效</translation>
    </message>
    <message>
        <source>All segments but the first SYN have it: every byte before the acknowledgment number has arrived.</source>
        <translation>除第一个 SYN 外，所有报文段都有它：确认号之前的每个字节都已到达。</translation>
    </message>
    <message>
        <source>Set: acknowledges everything before %2.</source>
        <translation>置位：确认 %2 之前的全部内容。</translation>
    </message>
    <message>
        <source>Not set: the acknowledgment number means nothing.</source>
        <translation>未置位：确认号没有意义。</translation>
    </message>
    <message>
        <source>URG: the urgent pointer counts</source>
        <translation>URG：紧急指针有效</translation>
    </message>
    <message>
        <source>The urgent pointer says where urgent data ends. New applications should not use it.</source>
        <translation>紧急指针指出紧急数据在哪里结束。新的应用程序不应使用它。</translation>
    </message>
    <message>
        <source>Set: see the urgent pointer.</source>
        <translation>置位：见紧急指针。</translation>
    </message>
    <message>
        <source>Not set: the urgent pointer means nothing.</source>
        <translation>未置位：紧急指针没有意义。</translation>
    </message>
    <message>
        <source>ECE: ECN-Echo</source>
        <translation>ECE：ECN 回显</translation>
    </message>
    <message>
        <source>In a SYN it offers or accepts Explicit Congestion Notification; later it says that a router marked a packet instead of dropping it.</source>
        <translation>在 SYN 中表示提出或接受显式拥塞通知；之后表示有路由器对数据包作了标记，而没有丢弃它。</translation>
    </message>
    <message>
        <source>Set.</source>
        <translation>置位。</translation>
    </message>
    <message>
        <source>CWR: congestion window reduced</source>
        <translation>CWR：拥塞窗口已减小</translation>
    </message>
    <message>
        <source>In a SYN it offers Explicit Congestion Notification; later it says that the sender has slowed down after an ECN-Echo.</source>
        <translation>在 SYN 中表示提出显式拥塞通知；之后表示发送方收到 ECN 回显后已放慢速度。</translation>
    </message>
    <message>
        <source>AE: accurate ECN</source>
        <translation>AE：精确 ECN</translation>
    </message>
    <message>
        <source>In a SYN, together with CWR and ECE, it offers to count each congestion mark; where both sides agree, the three bits are that counter. It was called NS before, and was reserved in RFC 9293.</source>
        <translation>在 SYN 中与 CWR、ECE 一起，提出对每个拥塞标记计数；双方同意时，这三位就是那个计数器。它以前叫 NS，在 RFC 9293 中为保留位。</translation>
    </message>
    <message>
        <source>No correct TCP sends SYN together with FIN or RST.</source>
        <translation>正确的 TCP 不会把 SYN 与 FIN 或 RST 一起发送。</translation>
    </message>
    <message>
        <source>Accepts the connection: the sender&apos;s own initial sequence number is %1, and it acknowledges the peer&apos;s SYN with %2.</source>
        <translation>接受连接：发送方自己的初始序号为 %1，并以 %2 确认对端的 SYN。</translation>
    </message>
    <message>
        <source>Opens a connection: the sender&apos;s initial sequence number is %1.</source>
        <translation>打开连接：发送方的初始序号为 %1。</translation>
    </message>
    <message>
        <source>No flag is set; a receiver drops such a segment.</source>
        <translation>没有任何标志置位；接收方会丢弃这样的报文段。</translation>
    </message>
    <message>
        <source>Without ACK a receiver drops the segment, unless it opens or resets a connection.</source>
        <translation>没有 ACK 的报文段会被接收方丢弃，除非它打开或复位连接。</translation>
    </message>
    <message>
        <source>Acknowledges everything before %2. It carries no data and uses no sequence number.</source>
        <translation>确认 %2 之前的全部内容。它不携带数据，也不占用序号。</translation>
    </message>
    <message>
        <source>Carries %3 bytes of data from sequence number %1, and acknowledges everything before %2.</source>
        <translation>携带从序号 %1 起的 %3 字节数据，并确认 %2 之前的全部内容。</translation>
    </message>
    <message>
        <source>The sender closes its direction: its FIN uses sequence number %4. It acknowledges everything before %2.</source>
        <translation>发送方关闭自己的方向：FIN 占用序号 %4。同时确认 %2 之前的全部内容。</translation>
    </message>
    <message>
        <source>The sender closes its direction: its FIN uses sequence number %4.</source>
        <translation>发送方关闭自己的方向：FIN 占用序号 %4。</translation>
    </message>
    <message>
        <source>Resets the connection: whoever accepts it forgets the connection at once.</source>
        <translation>复位连接：接受它的一方会立即忘掉这个连接。</translation>
    </message>
    <message>
        <source>Data offset</source>
        <translation>数据偏移</translation>
    </message>
    <message>
        <source>The length of the header in words of 32 bits, where the data begins. This bit counts %1.</source>
        <translation>以 32 位字计的首部长度，数据由此开始。这一位代表 %1。</translation>
    </message>
    <message>
        <source>Set: the four bits together say %1 words, which are %2 bytes.</source>
        <translation>置位：四位合起来是 %1 个字，即 %2 字节。</translation>
    </message>
    <message>
        <source>Not set: the four bits together say %1 words, which are %2 bytes.</source>
        <translation>未置位：四位合起来是 %1 个字，即 %2 字节。</translation>
    </message>
    <message>
        <source>Reserved bit</source>
        <translation>保留位</translation>
    </message>
    <message>
        <source>Kept for future use: zero in segments that are sent, ignored in those that are received.</source>
        <translation>留待将来使用：发送时置零，接收时忽略。</translation>
    </message>
    <message>
        <source>Set, which is unusual.</source>
        <translation>置位，这不常见。</translation>
    </message>
    <message>
        <source>Zero, as it should be.</source>
        <translation>为零，理应如此。</translation>
    </message>
    <message>
        <source>PSH: the receiver should hand them on at once.</source>
        <translation>PSH：接收方应立即把数据交给应用程序。</translation>
    </message>
    <message>
        <source>URG: some of the data is urgent.</source>
        <translation>URG：其中有紧急数据。</translation>
    </message>
    <message>
        <source>It also speaks for Explicit Congestion Notification.</source>
        <translation>它还就显式拥塞通知进行协商。</translation>
    </message>
    <message>
        <source>Link-layer header</source>
        <translation>链路层首部</translation>
    </message>
    <message>
        <source>What carries the IP packet on this network.</source>
        <translation>在这个网络上承载 IP 数据包的首部。</translation>
    </message>
    <message>
        <source>IP version</source>
        <translation>IP 版本</translation>
    </message>
    <message>
        <source>4 or 6.</source>
        <translation>4 或 6。</translation>
    </message>
    <message>
        <source>IP header length</source>
        <translation>IP 首部长度</translation>
    </message>
    <message>
        <source>In words of 32 bits.</source>
        <translation>以 32 位字计。</translation>
    </message>
    <message>
        <source>Traffic class</source>
        <translation>流量类别</translation>
    </message>
    <message>
        <source>Six bits choose how routers treat the packet, two carry Explicit Congestion Notification.</source>
        <translation>六位决定路由器如何对待数据包，两位用于显式拥塞通知。</translation>
    </message>
    <message>
        <source>Flow label</source>
        <translation>流标签</translation>
    </message>
    <message>
        <source>Keeps the packets of one flow together.</source>
        <translation>把同一个流的数据包归在一起。</translation>
    </message>
    <message>
        <source>IP length</source>
        <translation>IP 长度</translation>
    </message>
    <message>
        <source>Of the whole packet; in IPv6, of what follows the fixed header.</source>
        <translation>整个数据包的长度；在 IPv6 中是固定首部之后部分的长度。</translation>
    </message>
    <message>
        <source>IP identification</source>
        <translation>IP 标识</translation>
    </message>
    <message>
        <source>Tells which fragments belong together.</source>
        <translation>表明哪些分片属于同一个数据报。</translation>
    </message>
    <message>
        <source>Fragmentation</source>
        <translation>分片</translation>
    </message>
    <message>
        <source>Whether routers may cut the packet, and where a fragment belongs.</source>
        <translation>路由器是否可以把数据包分片，以及分片所在的位置。</translation>
    </message>
    <message>
        <source>Time to live</source>
        <translation>生存时间</translation>
    </message>
    <message>
        <source>Each router takes one away; at zero the packet is dropped. IPv6 calls it hop limit.</source>
        <translation>每经过一个路由器减一，减到零时丢弃数据包。IPv6 中称为跳数限制。</translation>
    </message>
    <message>
        <source>IP protocol</source>
        <translation>IP 协议</translation>
    </message>
    <message>
        <source>What the packet carries: 6 is TCP.</source>
        <translation>数据包承载的内容：6 表示 TCP。</translation>
    </message>
    <message>
        <source>IP header checksum</source>
        <translation>IP 首部校验和</translation>
    </message>
    <message>
        <source>Over the IPv4 header alone.</source>
        <translation>只覆盖 IPv4 首部。</translation>
    </message>
    <message>
        <source>Source address</source>
        <translation>源地址</translation>
    </message>
    <message>
        <source>Where the packet comes from.</source>
        <translation>数据包从哪里来。</translation>
    </message>
    <message>
        <source>Destination address</source>
        <translation>目的地址</translation>
    </message>
    <message>
        <source>Where the packet goes.</source>
        <translation>数据包到哪里去。</translation>
    </message>
    <message>
        <source>IP options</source>
        <translation>IP 选项</translation>
    </message>
    <message>
        <source>Options of IPv4, or extension headers of IPv6.</source>
        <translation>IPv4 的选项，或 IPv6 的扩展首部。</translation>
    </message>
    <message>
        <source>Source port</source>
        <translation>源端口</translation>
    </message>
    <message>
        <source>The sender&apos;s port.</source>
        <translation>发送方的端口。</translation>
    </message>
    <message>
        <source>Destination port</source>
        <translation>目的端口</translation>
    </message>
    <message>
        <source>The receiver&apos;s port.</source>
        <translation>接收方的端口。</translation>
    </message>
    <message>
        <source>Sequence number</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>The number of the first byte of data in this segment, or of its SYN.</source>
        <translation>这个报文段中第一个数据字节的序号，或其 SYN 的序号。</translation>
    </message>
    <message>
        <source>Acknowledgment number</source>
        <translation>确认号</translation>
    </message>
    <message>
        <source>The next sequence number that the sender of this segment expects.</source>
        <translation>这个报文段的发送方所期待的下一个序号。</translation>
    </message>
    <message>
        <source>The length of the header in words of 32 bits, where the data begins.</source>
        <translation>以 32 位字计的首部长度，数据由此开始。</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Kept for future use: zero in segments that are sent.</source>
        <translation>留待将来使用：发送时置零。</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>What the segment does, besides carrying data.</source>
        <translation>报文段除携带数据之外的作用。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>How many bytes from the acknowledgment number on the sender of this segment is ready to take.</source>
        <translation>从确认号起，这个报文段的发送方还愿意接收多少字节。</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>校验和</translation>
    </message>
    <message>
        <source>Over TCP header, data and a pseudo-header with the addresses.</source>
        <translation>覆盖 TCP 首部、数据，以及含有地址的伪首部。</translation>
    </message>
    <message>
        <source>Urgent pointer</source>
        <translation>紧急指针</translation>
    </message>
    <message>
        <source>How far behind the sequence number urgent data ends; counts only with URG.</source>
        <translation>紧急数据的末尾相对于序号的偏移；仅在 URG 置位时有效。</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>What the application sent.</source>
        <translation>应用程序发送的内容。</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Bytes behind the IP packet that fill the frame.</source>
        <translation>IP 数据包之后用来填满帧的字节。</translation>
    </message>
    <message>
        <source>It is right.</source>
        <translation>正确。</translation>
    </message>
    <message>
        <source>It holds the sum of the pseudo-header alone: the sender&apos;s network card was to finish it. Nothing is wrong.</source>
        <translation>其中只是伪首部的和：其余本应由发送方的网卡完成。没有问题。</translation>
    </message>
    <message>
        <source>It is wrong: the receiver drops this segment.</source>
        <translation>错误：接收方会丢弃这个报文段。</translation>
    </message>
    <message>
        <source>It can&apos;t be verified: not the whole segment was captured.</source>
        <translation>无法验证：报文段没有被完整抓到。</translation>
    </message>
    <message>
        <source>The text does not say it.</source>
        <translation>文本中没有给出。</translation>
    </message>
    <message>
        <source>%1 bytes: the window of a SYN is never scaled.</source>
        <translation>%1 字节：SYN 中的窗口从不缩放。</translation>
    </message>
    <message>
        <source>%1 units of %2 bytes are %3 bytes.</source>
        <translation>%1 个单位，每单位 %2 字节，共 %3 字节。</translation>
    </message>
    <message>
        <source>%1 units; their size was said in the SYNs, which are not in the capture.</source>
        <translation>%1 个单位；单位的大小在 SYN 中给出，而 SYN 不在抓包中。</translation>
    </message>
    <message>
        <source>%1 behind the first sequence number of this direction.</source>
        <translation>比这个方向的第一个序号大 %1。</translation>
    </message>
    <message>
        <source>Without ACK it means nothing.</source>
        <translation>没有 ACK 时没有意义。</translation>
    </message>
    <message>
        <source>%1 words are %2 bytes.</source>
        <translation>%1 个字，即 %2 字节。</translation>
    </message>
    <message>
        <source>Without URG it means nothing.</source>
        <translation>没有 URG 时没有意义。</translation>
    </message>
    <message>
        <source>Urgent data ends before sequence number %1.</source>
        <translation>紧急数据在序号 %1 之前结束。</translation>
    </message>
    <message>
        <source>%1 bytes.</source>
        <translation>%1 字节。</translation>
    </message>
    <message>
        <source>Ends the options; what follows in the header is padding.</source>
        <translation>选项到此结束；首部中其后的内容是填充。</translation>
    </message>
    <message>
        <source>Fills one byte, so that the next option begins at a word.</source>
        <translation>填充一个字节，使下一个选项从字边界开始。</translation>
    </message>
    <message>
        <source>The largest payload that the sender of this option can receive in one segment, without IP and TCP headers. Only in a SYN.</source>
        <translation>这个选项的发送方在一个报文段中能够接收的最大数据长度，不含 IP 和 TCP 首部。只出现在 SYN 中。</translation>
    </message>
    <message>
        <source>Windows of later segments count in units of 2 to the power of this shift, if both SYNs have the option.</source>
        <translation>若双方的 SYN 都有这个选项，之后报文段的窗口就以 2 的该移位数次幂为单位。</translation>
    </message>
    <message>
        <source>The sender understands selective acknowledgments. Only in a SYN.</source>
        <translation>发送方支持选择确认。只出现在 SYN 中。</translation>
    </message>
    <message>
        <source>Blocks that arrived behind a hole; each goes from its first number up to the number behind it.</source>
        <translation>空洞之后已到达的块；每块从它的第一个序号开始，到其后一个序号之前为止。</translation>
    </message>
    <message>
        <source>The sender&apos;s clock and the last clock value that it received, to measure the round trip and to tell old segments from new ones.</source>
        <translation>发送方的时钟值，以及它最近收到的时钟值，用于测量往返时间和区分新旧报文段。</translation>
    </message>
    <message>
        <source>A cookie that lets data travel with the SYN.</source>
        <translation>允许数据随 SYN 一起发送的 cookie。</translation>
    </message>
    <message>
        <source>%1 bytes: an MTU of %2, less %3 for the IP header and %4 for the TCP header.</source>
        <translation>%1 字节：MTU %2 减去 IP 首部 %3 和 TCP 首部 %4。</translation>
    </message>
    <message>
        <source>A shift of %1 is not allowed and counts as 14: units of %2 bytes.</source>
        <translation>移位数 %1 超出允许范围，按 14 计：单位为 %2 字节。</translation>
    </message>
    <message>
        <source>A shift of %1: units of %2 bytes.</source>
        <translation>移位数 %1：单位为 %2 字节。</translation>
    </message>
    <message>
        <source>The sender&apos;s clock shows %1.</source>
        <translation>发送方的时钟值为 %1。</translation>
    </message>
    <message>
        <source>The peer&apos;s clock value that it answers is %1.</source>
        <translation>它回显的对端时钟值为 %1。</translation>
    </message>
    <message>
        <source>Zero: it has not received any yet.</source>
        <translation>为零：尚未收到过对端的时钟值。</translation>
    </message>
    <message>
        <source>The block begins at %1.</source>
        <translation>块从 %1 开始。</translation>
    </message>
    <message>
        <source>The block ends before %1.</source>
        <translation>块在 %1 之前结束。</translation>
    </message>
    <message>
        <source>A cookie of %1 bytes.</source>
        <translation>%1 字节的 cookie。</translation>
    </message>
    <message>
        <source>MTU %1 - %2 - %3</source>
        <translation>MTU %1 - %2 - %3</translation>
    </message>
    <message>
        <source>window x %1</source>
        <translation>窗口 × %1</translation>
    </message>
    <message>
        <source>Option of an unknown kind</source>
        <translation>未知类型的选项</translation>
    </message>
    <message>
        <source>Its length can&apos;t be right.</source>
        <translation>它的长度不可能正确。</translation>
    </message>
    <message>
        <source>Kind %1, %2 bytes.</source>
        <translation>类型 %1，%2 字节。</translation>
    </message>
    <message>
        <source>Nothing is known of this endpoint yet.</source>
        <translation>对这个端点还一无所知。</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>没有连接。</translation>
    </message>
    <message>
        <source>Waits for anybody&apos;s SYN.</source>
        <translation>等待任何一方的 SYN。</translation>
    </message>
    <message>
        <source>Has sent a SYN and waits for the answer.</source>
        <translation>已发送 SYN，等待应答。</translation>
    </message>
    <message>
        <source>Has received and sent a SYN and waits for the ACK of its own.</source>
        <translation>已收到并发送 SYN，等待对自己 SYN 的 ACK。</translation>
    </message>
    <message>
        <source>The connection is open: data can go both ways.</source>
        <translation>连接已打开：数据可以双向传送。</translation>
    </message>
    <message>
        <source>Has sent its FIN and waits for the ACK of it, or for the peer&apos;s FIN.</source>
        <translation>已发送 FIN，等待对它的 ACK，或对端的 FIN。</translation>
    </message>
    <message>
        <source>Its FIN is acknowledged; it waits for the peer&apos;s FIN and still takes data.</source>
        <translation>自己的 FIN 已被确认；等待对端的 FIN，仍可接收数据。</translation>
    </message>
    <message>
        <source>Has received the peer&apos;s FIN and waits for its own application to close.</source>
        <translation>已收到对端的 FIN，等待自己的应用程序关闭。</translation>
    </message>
    <message>
        <source>Both have sent a FIN at the same time; it waits for the ACK of its own.</source>
        <translation>双方同时发送了 FIN；等待对自己 FIN 的 ACK。</translation>
    </message>
    <message>
        <source>Has received the peer&apos;s FIN and sent its own; it waits for the ACK of that.</source>
        <translation>已收到对端的 FIN 并发送了自己的 FIN；等待对后者的 ACK。</translation>
    </message>
    <message>
        <source>Waits long enough that its last ACK has arrived, and that no old segment can disturb a new connection.</source>
        <translation>等待足够长的时间，以确保最后的 ACK 已到达，并且旧报文段不会干扰新的连接。</translation>
    </message>
    <message>
        <source>Line %1 says %2, its bytes say %3. Neither the checksum nor a later segment decides: the bytes stand.</source>
        <translation>第 %1 行写的是 %2，其字节是 %3。校验和与后续报文段都无法判定：以字节为准。</translation>
    </message>
    <message>
        <source>Line %1 says %2, its bytes say %3. The TCP checksum fits %2 only: that was on the wire, and the bytes were changed.</source>
        <translation>第 %1 行写的是 %2，其字节是 %3。TCP 校验和只与 %2 相符：线路上传的是它，字节被改动过。</translation>
    </message>
    <message>
        <source>Line %1 says %2, its bytes say %3. The TCP checksum fits the bytes: they were on the wire.</source>
        <translation>第 %1 行写的是 %2，其字节是 %3。TCP 校验和与字节相符：线路上传的是字节。</translation>
    </message>
    <message>
        <source>Line %1 says %2, its bytes say %3. Segment %4 acknowledges %5, which takes the sequence number of a SYN or FIN: %2 was on the wire, and the bytes were changed.</source>
        <translation>第 %1 行写的是 %2，其字节是 %3。报文段 %4 确认到 %5，其中包含 SYN 或 FIN 所占的序号：线路上传的是 %2，字节被改动过。</translation>
    </message>
    <message>
        <source>Line %1 says %2, its bytes say %3. Segment %4 decides by sequence number %5: the bytes were on the wire.</source>
        <translation>第 %1 行写的是 %2，其字节是 %3。报文段 %4 的序号 %5 可以判定：线路上传的是字节。</translation>
    </message>
    <message>
        <source>Line %1 has sequence number %2, its bytes have %3. Nothing decides: the bytes stand.</source>
        <translation>第 %1 行的序号是 %2，其字节中是 %3。无从判定：以字节为准。</translation>
    </message>
    <message>
        <source>Line %1 has sequence number %2, its bytes have %3. The TCP checksum fits the line&apos;s: it was sent.</source>
        <translation>第 %1 行的序号是 %2，其字节中是 %3。TCP 校验和与该行相符：发送的是该行的值。</translation>
    </message>
    <message>
        <source>Line %1 has sequence number %2, its bytes have %3. The TCP checksum fits the bytes: they were sent.</source>
        <translation>第 %1 行的序号是 %2，其字节中是 %3。TCP 校验和与字节相符：发送的是字节。</translation>
    </message>
    <message>
        <source>Line %1 acknowledges %2, its bytes acknowledge %3. Nothing decides: the bytes stand.</source>
        <translation>第 %1 行的确认号是 %2，其字节中是 %3。无从判定：以字节为准。</translation>
    </message>
    <message>
        <source>Line %1 acknowledges %2, its bytes acknowledge %3. The TCP checksum fits the line&apos;s: it was sent.</source>
        <translation>第 %1 行的确认号是 %2，其字节中是 %3。TCP 校验和与该行相符：发送的是该行的值。</translation>
    </message>
    <message>
        <source>Line %1 acknowledges %2, its bytes acknowledge %3. The TCP checksum fits the bytes: they were sent.</source>
        <translation>第 %1 行的确认号是 %2，其字节中是 %3。TCP 校验和与字节相符：发送的是字节。</translation>
    </message>
    <message>
        <source>Line %1 has window %2, its bytes have %3. Nothing decides: the bytes stand.</source>
        <translation>第 %1 行的窗口是 %2，其字节中是 %3。无从判定：以字节为准。</translation>
    </message>
    <message>
        <source>Line %1 has window %2, its bytes have %3. The TCP checksum fits the line&apos;s: it was sent.</source>
        <translation>第 %1 行的窗口是 %2，其字节中是 %3。TCP 校验和与该行相符：发送的是该行的值。</translation>
    </message>
    <message>
        <source>Line %1 has window %2, its bytes have %3. The TCP checksum fits the bytes: they were sent.</source>
        <translation>第 %1 行的窗口是 %2，其字节中是 %3。TCP 校验和与字节相符：发送的是字节。</translation>
    </message>
    <message>
        <source>Line %1 has length %2, its bytes have %3. Nothing decides: the bytes stand.</source>
        <translation>第 %1 行的长度是 %2，其字节中是 %3。无从判定：以字节为准。</translation>
    </message>
    <message>
        <source>Line %1 has length %2, its bytes have %3. The line&apos;s was sent.</source>
        <translation>第 %1 行的长度是 %2，其字节中是 %3。发送的是该行的值。</translation>
    </message>
    <message>
        <source>Line %1 has length %2, its bytes have %3. The bytes were sent.</source>
        <translation>第 %1 行的长度是 %2，其字节中是 %3。发送的是字节。</translation>
    </message>
    <message>
        <source>Line %1 has %2, its bytes have %3. The bytes stand. If the line was made anonymous, the bytes still tell the real addresses.</source>
        <translation>第 %1 行是 %2，其字节中是 %3。以字节为准。如果该行经过匿名处理，字节仍会泄露真实地址。</translation>
    </message>
    <message>
        <source>Line %1 has other addresses than its bytes. The bytes stand. If the line was made anonymous, the bytes still tell the real addresses.</source>
        <translation>第 %1 行的地址与其字节中的不同。以字节为准。如果该行经过匿名处理，字节仍会泄露真实地址。</translation>
    </message>
    <message>
        <source>Line %1 has ports %2, its bytes have %3. The bytes stand.</source>
        <translation>第 %1 行的端口是 %2，其字节中是 %3。以字节为准。</translation>
    </message>
    <message>
        <source>Line %1 has one address on both sides, %2; its bytes have two, %3.</source>
        <translation>第 %1 行两侧是同一个地址：%2；其字节中是两个地址：%3。</translation>
    </message>
    <message>
        <source>Line %1 has one address on both sides; its bytes have two.</source>
        <translation>第 %1 行两侧是同一个地址；其字节中是两个地址。</translation>
    </message>
    <message>
        <source>Line %1 has a name, but no address or port number for it: the numbers shown stand in for what the text doesn&apos;t say.</source>
        <translation>第 %1 行有名称，却没有对应的地址或端口号：显示的数字只是代替文本中没有给出的内容。</translation>
    </message>
    <message>
        <source>Line %1 looks like a packet, but cannot be read.</source>
        <translation>第 %1 行像是数据包，但无法读取。</translation>
    </message>
    <message>
        <source>%1 → %2 by a passive OPEN, which is not on the wire.</source>
        <translation>%1 → %2：由被动打开引起，线路上看不到。</translation>
    </message>
    <message>
        <source>%1 → %2: segment %3 is its SYN with initial sequence number %4.</source>
        <translation>%1 → %2：报文段 %3 是它的 SYN，初始序号 %4。</translation>
    </message>
    <message>
        <source>%1 → %2: segment %3 is its SYN,ACK; the SYN that it answers with acknowledgment %5 was not captured.</source>
        <translation>%1 → %2：报文段 %3 是它的 SYN,ACK；它以确认号 %5 应答的那个 SYN 没有被抓到。</translation>
    </message>
    <message>
        <source>%1 → %2 at segment %3, a SYN with initial sequence number %4.</source>
        <translation>%1 → %2：由报文段 %3 引起，它是 SYN，初始序号 %4。</translation>
    </message>
    <message>
        <source>%1 → %2 at segment %3, a SYN,ACK whose acknowledgment %5 covers its SYN.</source>
        <translation>%1 → %2：由报文段 %3 引起，它是 SYN,ACK，其确认号 %5 覆盖了己方的 SYN。</translation>
    </message>
    <message>
        <source>%1 → %2 at segment %3, whose acknowledgment %5 covers its SYN.</source>
        <translation>%1 → %2：由报文段 %3 引起，其确认号 %5 覆盖了己方的 SYN。</translation>
    </message>
    <message>
        <source>%1 → %2: segment %3 carries its FIN; the next number is %6.</source>
        <translation>%1 → %2：报文段 %3 携带它的 FIN；下一个序号为 %6。</translation>
    </message>
    <message>
        <source>%1 → %2 at segment %3, which carries the peer&apos;s FIN; its next number is %6.</source>
        <translation>%1 → %2：由报文段 %3 引起，它携带对端的 FIN；对端的下一个序号为 %6。</translation>
    </message>
    <message>
        <source>%1 → %2 at segment %3, whose acknowledgment %5 covers its FIN.</source>
        <translation>%1 → %2：由报文段 %3 引起，其确认号 %5 覆盖了己方的 FIN。</translation>
    </message>
    <message>
        <source>%1 → %2 at segment %3, which carries FIN and whose acknowledgment %5 covers its own FIN.</source>
        <translation>%1 → %2：由报文段 %3 引起，它携带 FIN，且其确认号 %5 覆盖了己方的 FIN。</translation>
    </message>
    <message>
        <source>%1 → %2: segment %3 is its RST with sequence number %4.</source>
        <translation>%1 → %2：报文段 %3 是它的 RST，序号 %4。</translation>
    </message>
    <message>
        <source>%1 → %2 at segment %3, a valid RST with sequence number %4.</source>
        <translation>%1 → %2：由报文段 %3 引起，它是有效的 RST，序号 %4。</translation>
    </message>
    <message>
        <source>%1 → %2 at segment %3, a valid RST with sequence number %4: back to where the passive OPEN began.</source>
        <translation>%1 → %2：由报文段 %3 引起，它是有效的 RST，序号 %4：回到被动打开之初的状态。</translation>
    </message>
    <message>
        <source>%1 → %2: twice the maximum segment lifetime has passed. This is computed, nothing on the wire shows it.</source>
        <translation>%1 → %2：已经过两倍的最大报文段生存时间。这是计算得出的，线路上看不到。</translation>
    </message>
    <message>
        <source>%1 → %2: a new SYN opened a new connection.</source>
        <translation>%1 → %2：新的 SYN 打开了新的连接。</translation>
    </message>
    <message>
        <source>%1 → %2: the capture began after the handshake; whoever sends like this has a connection.</source>
        <translation>%1 → %2：抓包在三次握手之后才开始；这样发送的一方必定已有连接。</translation>
    </message>
    <message>
        <source>%1 → %2: its SYN was not captured, but segment %3 acknowledges it.</source>
        <translation>%1 → %2：它的 SYN 没有被抓到，但报文段 %3 确认了它。</translation>
    </message>
    <message>
        <source>Its segment %9 does not show it yet; its segment %7 with acknowledgment %8 does.</source>
        <translation>它的报文段 %9 还没有体现这一点；它的报文段 %7（确认号 %8）体现了。</translation>
    </message>
    <message>
        <source>Its segment %7 with acknowledgment %8 shows that it arrived.</source>
        <translation>它的报文段 %7（确认号 %8）证明那个报文段已经到达。</translation>
    </message>
    <message>
        <source>It had not arrived when segment %9 was sent; nothing shows yet that it did.</source>
        <translation>发送报文段 %9 时它还没有到达；目前也没有证据表明它到达了。</translation>
    </message>
    <message>
        <source>Nothing shows yet that it arrived, and nothing speaks against it.</source>
        <translation>目前没有证据表明它已到达，也没有相反的证据。</translation>
    </message>
    <message>
        <source>needs too much memory</source>
        <translation>需要的内存过多</translation>
    </message>
    <message>
        <source>End of option list</source>
        <translation>选项表结束</translation>
    </message>
    <message>
        <source>No-operation</source>
        <translation>无操作</translation>
    </message>
    <message>
        <source>Maximum segment size</source>
        <translation>最大报文段长度</translation>
    </message>
    <message>
        <source>Window scale</source>
        <translation>窗口缩放</translation>
    </message>
    <message>
        <source>SACK permitted</source>
        <translation>允许 SACK</translation>
    </message>
    <message>
        <source>SACK</source>
        <translation>SACK</translation>
    </message>
    <message>
        <source>Timestamps</source>
        <translation>时间戳</translation>
    </message>
    <message>
        <source>MD5 signature</source>
        <translation>MD5 签名</translation>
    </message>
    <message>
        <source>User timeout</source>
        <translation>用户超时</translation>
    </message>
    <message>
        <source>TCP authentication</source>
        <translation>TCP 认证</translation>
    </message>
    <message>
        <source>Multipath TCP</source>
        <translation>多路径 TCP</translation>
    </message>
    <message>
        <source>Fast open cookie</source>
        <translation>Fast Open cookie</translation>
    </message>
    <message>
        <source>Accurate ECN order 0</source>
        <translation>精确 ECN 次序 0</translation>
    </message>
    <message>
        <source>Accurate ECN order 1</source>
        <translation>精确 ECN 次序 1</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>The SYN of segment %4 again, with the same initial sequence number %1: no answer came in time.</source>
        <translation>报文段 %4 的 SYN 重发，初始序号同为 %1：未及时收到应答。</translation>
    </message>
    <message>
        <source>Octets from %1 on again, with only those before %2 acknowledged: the retransmission timer ran out (or it probes for a lost tail, RFC 8985).</source>
        <translation>重发从 %1 起的字节，当时只确认到 %2 之前：重传定时器超时（或者是在探测丢失的尾部，RFC 8985）。</translation>
    </message>
    <message>
        <source>Octets from %1 on, which segment %4 had passed over: the first copy was lost before the capture point and the retransmission timer ran out. Overtaken so late is unlikely.</source>
        <translation>从 %1 起的字节，报文段 %4 曾越过它们：第一份在到达抓包点之前丢失，重传定时器超时。迟到这么久，不太可能只是途中被超过。</translation>
    </message>
    <message>
        <source>Octets from %1 on, which lie before the first segment captured, %4: sent again, with only those before %2 acknowledged.</source>
        <translation>从 %1 起的字节，位于抓到的第一个报文段 %4 之前：这是重发，当时只确认到 %2 之前。</translation>
    </message>
    <message>
        <source>Octets from %1 on again after %2 duplicate acknowledgments, without waiting for the timer.</source>
        <translation>收到 %2 个重复确认后，重发从 %1 起的字节，没有等待定时器。</translation>
    </message>
    <message>
        <source>Octets from %1 on, which segment %4 had passed over, after %2 duplicate acknowledgments: the first copy was lost before the capture point.</source>
        <translation>从 %1 起的字节，报文段 %4 曾越过它们；在 %2 个重复确认之后发出：第一份在到达抓包点之前丢失。</translation>
    </message>
    <message>
        <source>Octets from %1 on, which lie before the first segment captured, %4, after %2 duplicate acknowledgments.</source>
        <translation>从 %1 起的字节，位于抓到的第一个报文段 %4 之前；在 %2 个重复确认之后发出。</translation>
    </message>
    <message>
        <source>Octets up to %1 were acknowledged already, up to %2: not needed. The timer was too fast, or the ACK was lost behind the capture point.</source>
        <translation>到 %1 为止的字节早已被确认（确认到 %2）：没有必要。定时器太快，或者 ACK 在抓包点之后丢失。</translation>
    </message>
    <message>
        <source>The FIN of segment %4 again, with sequence number %1: only what comes before %2 is acknowledged.</source>
        <translation>报文段 %4 的 FIN 重发，序号 %1：只有 %2 之前的内容已被确认。</translation>
    </message>
    <message>
        <source>The FIN of segment %4 again, with sequence number %1, though it was acknowledged up to %2: that ACK did not arrive in time.</source>
        <translation>报文段 %4 的 FIN 重发，序号 %1，尽管已经确认到 %2：那个 ACK 没有及时到达。</translation>
    </message>
    <message>
        <source>Octets from %1 on come %2 µs behind segment %4, which follows them: overtaken on the way. Nothing is sent again within %3 µs here.</source>
        <translation>从 %1 起的字节比排在其后的报文段 %4 晚到 %2 µs：途中被超过。在这里，%3 µs 之内不会有重发。</translation>
    </message>
    <message>
        <source>Octets from %1 on come behind segment %4, but left their sender before it, as the timestamp, the IP identification or the capture&apos;s clock says: overtaken on the way.</source>
        <translation>从 %1 起的字节出现在报文段 %4 之后，但由时间戳、IP 标识或抓包时钟可知，它们发出得更早：途中被超过。</translation>
    </message>
    <message>
        <source>Octets %1 to %2, just before this segment, are not in the capture, but segment %4 acknowledges them: they arrived, and the capture missed them.</source>
        <translation>紧接在这个报文段之前的字节 %1 到 %2 不在抓包中，但报文段 %4 确认了它们：它们已到达，只是没有被抓到。</translation>
    </message>
    <message>
        <source>Octets %1 to %2, just before this segment, are not in the capture, and nothing shows what became of them: lost on the way, or missed by the capture.</source>
        <translation>紧接在这个报文段之前的字节 %1 到 %2 不在抓包中，也看不出它们的下落：途中丢失，或者没有被抓到。</translation>
    </message>
    <message>
        <source>Acknowledges %1, beyond %2: what the capture has of that is segment %4 with a wrong checksum. It was damaged in the capture only, or a good copy was not captured.</source>
        <translation>确认到 %1，超过了 %2：这部分在抓包中只有校验和错误的报文段 %4。它只是在抓包中损坏，或者完好的那一份没有被抓到。</translation>
    </message>
    <message>
        <source>Acknowledges %1 again while octets up to %3 are under way: duplicate %2. A segment came out of order, or twice.</source>
        <translation>再次确认 %1，而直到 %3 的字节还在途中：第 %2 个重复确认。有报文段乱序到达，或者到达了两次。</translation>
    </message>
    <message>
        <source>Acknowledges %1 again and selectively something beyond it: duplicate %2. What lies between is late or lost.</source>
        <translation>再次确认 %1，并选择确认了其后的内容：第 %2 个重复确认。两者之间的内容迟到或已丢失。</translation>
    </message>
    <message>
        <source>Selective acknowledgment: octets %1 to %2 arrived, but not those from %3 on, which are late or lost.</source>
        <translation>选择确认：字节 %1 到 %2 已到达，但从 %3 起的字节没有到达，迟到或已丢失。</translation>
    </message>
    <message>
        <source>Duplicate selective acknowledgment: octets %1 to %2 arrived once more, with all before %3 in hand.</source>
        <translation>重复的选择确认：字节 %1 到 %2 又到达了一次，而 %3 之前的内容都已收到。</translation>
    </message>
    <message>
        <source>Window 0 behind %1: the receiver&apos;s buffer is full, and the peer may not send.</source>
        <translation>从 %1 起窗口为 0：接收方的缓冲区已满，对端不得发送。</translation>
    </message>
    <message>
        <source>Sequence number %1 at a window that is closed behind %2 since segment %4: asks whether it has opened.</source>
        <translation>窗口自报文段 %4 起在 %2 处关闭，以序号 %1 询问窗口是否已打开。</translation>
    </message>
    <message>
        <source>Answers the window probe of segment %4: the window behind %1 is still 0.</source>
        <translation>应答报文段 %4 的窗口探测：从 %1 起的窗口仍为 0。</translation>
    </message>
    <message>
        <source>Sends up to %3, the end of the peer&apos;s window of %1 octets behind %2: nothing more may be sent until the peer acknowledges.</source>
        <translation>发送到了 %3，即对端从 %2 起 %1 字节窗口的末尾：对端确认之前不得再发送。</translation>
    </message>
    <message>
        <source>The window behind %3 is now %1 octets; it was %2.</source>
        <translation>从 %3 起的窗口现为 %1 字节，之前为 %2 字节。</translation>
    </message>
    <message>
        <source>The window field is now %1; it was %2. Without the handshake its scale is unknown, so these are not octets.</source>
        <translation>窗口字段现为 %1，之前为 %2。没有抓到三次握手，缩放因子未知，所以这不是字节数。</translation>
    </message>
    <message>
        <source>Keep-alive: sequence number %1, one before the next, %2, after a pause with nothing under way, to draw an acknowledgment.</source>
        <translation>保活：停顿之后没有数据在途，以下一个序号 %2 之前的序号 %1 引出一个确认。</translation>
    </message>
    <message>
        <source>Answers the keep-alive of segment %4 with %1: the connection lives.</source>
        <translation>以 %1 应答报文段 %4 的保活探测：连接仍然存在。</translation>
    </message>
    <message>
        <source>A new connection with the addresses and ports of an earlier one; its initial sequence number is %1.</source>
        <translation>新的连接，地址和端口与先前的一个连接相同；初始序号为 %1。</translation>
    </message>
    <message>
        <source>SYN with sequence number %1 to an endpoint that still has a connection: its sender no longer knows that one, or the SYN is old or forged.</source>
        <translation>SYN（序号 %1）发往仍保有连接的端点：发送方已不知道那个连接，或者这个 SYN 是旧的或伪造的。</translation>
    </message>
    <message>
        <source>Answers the SYN of segment %4 with acknowledgment %1 instead of %2: it still has an older connection, which the sender of the SYN does not know.</source>
        <translation>以确认号 %1 而不是 %2 应答报文段 %4 的 SYN：它仍保有旧的连接，而 SYN 的发送方并不知道。</translation>
    </message>
    <message>
        <source>Answers the SYN of segment %4 with RST, acknowledging %1: nobody listens at %5 (or a firewall says so).</source>
        <translation>以 RST 应答报文段 %4 的 SYN，确认号 %1：%5 上没有进程在监听（或者是防火墙这样回应）。</translation>
    </message>
    <message>
        <source>%5 gives the connection up at once: RST with sequence number %1, its next is %2. What was under way is lost.</source>
        <translation>%5 立即放弃连接：RST，序号 %1，它的下一个序号为 %2。在途的内容随之丢失。</translation>
    </message>
    <message>
        <source>%5 answers segment %4 with RST, taking sequence number %1 from its acknowledgment: it has no connection for it (any more).</source>
        <translation>%5 以 RST 应答报文段 %4，序号 %1 取自后者的确认号：它没有（或不再有）对应的连接。</translation>
    </message>
    <message>
        <source>%5 has sent FIN, and nobody there reads the data of segment %4: RST with sequence number %1.</source>
        <translation>%5 已发送 FIN，那里不再有程序读取报文段 %4 的数据：RST，序号 %1。</translation>
    </message>
    <message>
        <source>%5 is opening, and segment %4 acknowledges %1, which it never sent: RST with that number.</source>
        <translation>%5 正在打开连接，而报文段 %4 确认了它从未发送过的 %1：以该号码发送 RST。</translation>
    </message>
    <message>
        <source>%5 asked and had no answer since segment %4: RST with sequence number %1 gives up.</source>
        <translation>%5 自报文段 %4 起一再询问而没有得到应答：以 RST（序号 %1）放弃连接。</translation>
    </message>
    <message>
        <source>RST with sequence number %1, where %2 was expected: %6 goes on, as segment %4 shows. Late, or forged.</source>
        <translation>RST 的序号为 %1，应为 %2：由报文段 %4 可知，%6 不予理会。它是迟到的，或者是伪造的。</translation>
    </message>
    <message>
        <source>Challenge ACK: answers segment %4, which does not fit, with the number that it expects, %1.</source>
        <translation>挑战 ACK：报文段 %4 不符，以它所期待的 %1 应答。</translation>
    </message>
    <message>
        <source>SYN with sequence number %1 to an endpoint in TIME_WAIT: a larger number or a newer timestamp may open a new connection, any other only draws an ACK.</source>
        <translation>SYN（序号 %1）发往处于 TIME_WAIT 的端点：序号更大或时间戳更新时可以打开新的连接，否则只会引出一个 ACK。</translation>
    </message>
    <message>
        <source>The peer&apos;s FIN came again, and segment %4 acknowledges it again: TIME_WAIT starts anew.</source>
        <translation>对端的 FIN 再次到来，报文段 %4 再次确认它：TIME_WAIT 重新计时。</translation>
    </message>
    <message>
        <source>RST with sequence number %1 to an endpoint in TIME_WAIT, which ends it early if the host honours it.</source>
        <translation>RST（序号 %1）发往处于 TIME_WAIT 的端点；若主机接受它，TIME_WAIT 会提前结束。</translation>
    </message>
    <message>
        <source>After this FIN the other direction goes on, with octets from %2 on in segment %4: half-closed.</source>
        <translation>这个 FIN 之后另一方向仍在继续，报文段 %4 携带从 %2 起的字节：半关闭。</translation>
    </message>
    <message>
        <source>The capture ends with one FIN only: the other side has not closed.</source>
        <translation>抓包结束时只有一个 FIN：另一方还没有关闭。</translation>
    </message>
    <message>
        <source>Both sides sent SYN before they had the other&apos;s, with initial sequence numbers %1 and %2 (segment %4).</source>
        <translation>双方在收到对方的 SYN 之前都已发出 SYN，初始序号分别为 %1 和 %2（报文段 %4）。</translation>
    </message>
    <message>
        <source>Both sides sent FIN before they had the other&apos;s: to acknowledge that of segment %4 takes %1, and this does not. Neither is the passive closer.</source>
        <translation>双方在收到对方的 FIN 之前都已发出 FIN：要确认报文段 %4 的 FIN 须确认到 %1，而这个报文段没有。没有哪一方是被动关闭。</translation>
    </message>
    <message>
        <source>FIN, and with %1 the acknowledgment of the FIN of segment %4, in one segment: the close takes three.</source>
        <translation>同一个报文段既携带 FIN，又以 %1 确认报文段 %4 的 FIN：关闭只用了三个报文段。</translation>
    </message>
    <message>
        <source>The first segment captured has sequence number %1 and acknowledges %2 without SYN: the handshake came before, and who opened the connection is unknown.</source>
        <translation>抓到的第一个报文段序号为 %1，确认号为 %2，没有 SYN：三次握手在此之前，不知道是哪一方打开了连接。</translation>
    </message>
    <message>
        <source>The first segment captured has sequence number %1 and no SYN: what came before is unknown.</source>
        <translation>抓到的第一个报文段序号为 %1，没有 SYN：在此之前的情况未知。</translation>
    </message>
    <message>
        <source>Nothing that %6 sent is in the capture, only the direction from %5.</source>
        <translation>抓包中没有 %6 发送的任何内容，只有 %5 发出的方向。</translation>
    </message>
    <message>
        <source>TCP Fast Open: the SYN carries %1 octets of data and a cookie of %2.</source>
        <translation>TCP Fast Open：SYN 携带 %1 字节数据和 %2 字节的 cookie。</translation>
    </message>
    <message>
        <source>TCP Fast Open: the client asks for a cookie, for the next connection.</source>
        <translation>TCP Fast Open：客户端请求 cookie，供下一个连接使用。</translation>
    </message>
    <message>
        <source>TCP Fast Open: answers the SYN of segment %4 with a cookie of %2 octets.</source>
        <translation>TCP Fast Open：以 %2 字节的 cookie 应答报文段 %4 的 SYN。</translation>
    </message>
    <message>
        <source>TCP Fast Open: acknowledges %1, so data of the SYN of segment %4 are taken (its end is %3).</source>
        <translation>TCP Fast Open：确认到 %1，即接受了报文段 %4 的 SYN 中的数据（其末尾为 %3）。</translation>
    </message>
    <message>
        <source>TCP Fast Open: acknowledges %1, the SYN of segment %4 alone: its data up to %3 have to be sent again.</source>
        <translation>TCP Fast Open：确认到 %1，即只确认报文段 %4 的 SYN：其中到 %3 为止的数据须重新发送。</translation>
    </message>
    <message>
        <source>%1 octets of data, more than the peer&apos;s MSS of %2, with an unfinished checksum: the sender&apos;s network card will cut it.</source>
        <translation>数据 %1 字节，超过对端的 MSS %2，且校验和尚未完成：将由发送方的网卡切分。</translation>
    </message>
    <message>
        <source>%1 octets of data, more than the peer&apos;s MSS of %2: joined by the network card where it was captured (or not yet cut by the sender&apos;s).</source>
        <translation>数据 %1 字节，超过对端的 MSS %2：由抓包处的网卡合并而成（或尚未由发送方的网卡切分）。</translation>
    </message>
    <message>
        <source>The same packet as segment %4, captured a second time: IP identification %1 and checksum %2 are the same. It counts once.</source>
        <translation>与报文段 %4 是同一个数据包，被抓到了第二次：IP 标识 %1 与校验和 %2 都相同。只计一次。</translation>
    </message>
    <message>
        <source>The TCP checksum %1 is wrong: the receiver drops this segment. Damaged on the way, or the capture was edited.</source>
        <translation>TCP 校验和 %1 错误：接收方会丢弃这个报文段。它在途中损坏，或者抓包被编辑过。</translation>
    </message>
    <message>
        <source>The TCP checksum %1 is wrong, like all of %5&apos;s: the capture was edited or its sender&apos;s card fills it in. It counts.</source>
        <translation>TCP 校验和 %1 错误，%5 的全部报文段都是如此：抓包被编辑过，或由发送方的网卡填写。这个报文段仍然计入。</translation>
    </message>
    <message>
        <source>The checksum %1 is the pseudo-header&apos;s alone: left to the sender&apos;s network card, so captured at %5. The segment is fine.</source>
        <translation>校验和 %1 只覆盖伪首部：留给发送方的网卡计算，可见是在 %5 上抓包。这个报文段没有问题。</translation>
    </message>
    <message>
        <source>An option has a length that is 0, 1, wrong for its kind, or past the header&apos;s end at %1 octets: from there on the options are ignored.</source>
        <translation>某个选项的长度为 0 或 1、与其类型不符，或者超出 %1 字节首部的末尾：从那里起的选项都被忽略。</translation>
    </message>
    <message>
        <source>The headers contradict themselves: the receiver drops this packet.</source>
        <translation>首部自相矛盾：接收方会丢弃这个数据包。</translation>
    </message>
    <message>
        <source>Accepts the ECN that segment %4 offers: routers may now mark packets instead of dropping them.</source>
        <translation>接受报文段 %4 提出的 ECN：此后路由器可以对数据包作标记，而不必丢弃。</translation>
    </message>
    <message>
        <source>Accepts classic ECN, though segment %4 offers accurate ECN.</source>
        <translation>接受经典 ECN，尽管报文段 %4 提出的是精确 ECN。</translation>
    </message>
    <message>
        <source>Marked on the way from %5: congestion experienced (IP ECN field %2). The receiver will report it.</source>
        <translation>从 %5 来的途中被标记：遇到拥塞（IP ECN 字段 %2）。接收方会报告这一点。</translation>
    </message>
    <message>
        <source>%5 reports (ECE) that a packet came marked: %6 is to slow down.</source>
        <translation>%5 报告（ECE）收到了带标记的数据包：%6 应放慢速度。</translation>
    </message>
    <message>
        <source>Offers accurate ECN: AE, CWR and ECE are all set in this SYN.</source>
        <translation>提出精确 ECN：这个 SYN 的 AE、CWR 和 ECE 全部置位。</translation>
    </message>
    <message>
        <source>Accepts the accurate ECN that segment %4 offers: AE, CWR and ECE (%1) say how the SYN came, and count marks from here on.</source>
        <translation>接受报文段 %4 提出的精确 ECN：AE、CWR 和 ECE（%1）说明 SYN 到达时的情况，此后用于对标记计数。</translation>
    </message>
    <message>
        <source>No ECN, though segment %4 offers it: AE, CWR and ECE are %1.</source>
        <translation>不使用 ECN，尽管报文段 %4 提出了它：AE、CWR 和 ECE 为 %1。</translation>
    </message>
    <message>
        <source>Timestamp %1 is older than %2, which %6 has echoed in segment %4: an old packet, which the receiver drops and answers with an ACK.</source>
        <translation>时间戳 %1 早于 %6 在报文段 %4 中已回显的 %2：这是旧的数据包，接收方会丢弃它并以 ACK 应答。</translation>
    </message>
    <message>
        <source>%1 → %2 by CLOSE, which is not on the wire.</source>
        <translation>%1 → %2：由应用程序的关闭引起，线路上看不到。</translation>
    </message>
    <message>
        <source>Who opened it is unknown: the handshake is not in the capture.</source>
        <translation>不知道由谁打开：抓包中没有握手。</translation>
    </message>
    <message>
        <source>Opened by %1, which sent the SYN.</source>
        <translation>由 %1 打开，它发送了 SYN。</translation>
    </message>
    <message>
        <source>Opened by %1, to which the SYN,ACK went; the SYN is not in the capture.</source>
        <translation>由 %1 打开，SYN,ACK 发给了它；SYN 不在抓包中。</translation>
    </message>
    <message>
        <source>Opened by both sides at once.</source>
        <translation>由双方同时打开。</translation>
    </message>
    <message>
        <source>Where it was captured is unknown.</source>
        <translation>不知道是在哪里抓包的。</translation>
    </message>
    <message>
        <source>Captured at %1: checksums from there are left to its network card.</source>
        <translation>在 %1 处抓包：来自那里的校验和留给网卡计算。</translation>
    </message>
    <message>
        <source>Captured at %1 or before the first router from there: the time to live of its packets is as systems send it.</source>
        <translation>在 %1 处或它的第一个路由器之前抓包：其数据包的 TTL 是系统发送时的初始值。</translation>
    </message>
    <message>
        <source>Captured at %1 or near: nearly all of the handshake&apos;s round trip lies on the other side.</source>
        <translation>在 %1 处或附近抓包：握手的往返时间几乎都在另一侧。</translation>
    </message>
    <message>
        <source>Captured on the host of both sides: checksums of both are left to a network card that they never meet.</source>
        <translation>在双方所在的同一主机上抓包：双方的校验和都留给网卡计算，却从不经过网卡。</translation>
    </message>
    <message>
        <source>Captured between the two sides: routers have lowered the time to live of both.</source>
        <translation>在双方之间抓包：双方的 TTL 都已被路由器减小。</translation>
    </message>
    <message>
        <source>Captured between the two sides: each has its part in the handshake&apos;s round trip.</source>
        <translation>在双方之间抓包：握手的往返时间中双方各占一部分。</translation>
    </message>
    <message>
        <source>%1 announces MSS %2 and window scale %3.</source>
        <translation>%1 通告 MSS %2 和窗口缩放因子 %3。</translation>
    </message>
    <message>
        <source>%1 announces MSS %2 and no window scale.</source>
        <translation>%1 通告 MSS %2，没有窗口缩放因子。</translation>
    </message>
    <message>
        <source>%1 announces no MSS and window scale %2.</source>
        <translation>%1 没有通告 MSS，窗口缩放因子为 %2。</translation>
    </message>
    <message>
        <source>%1 sent %2 bytes of data in %3 segments, of which %4 bytes again.</source>
        <translation>%1 用 %3 个报文段发送了 %2 字节数据，其中重复发送 %4 字节。</translation>
    </message>
    <message>
        <source>%2 octets that %1 sent arrived but are not in the capture.</source>
        <translation>%1 发送的 %2 字节已经到达，但不在抓包中。</translation>
    </message>
    <message>
        <source>Not closed in the capture.</source>
        <translation>抓包中没有关闭。</translation>
    </message>
    <message>
        <source>Closed by %1 only.</source>
        <translation>只有 %1 关闭了。</translation>
    </message>
    <message>
        <source>Closed by %1 first, with four segments.</source>
        <translation>由 %1 先关闭，共四个报文段。</translation>
    </message>
    <message>
        <source>Closed by %1 first, with three segments: the second FIN brings the ACK of the first.</source>
        <translation>由 %1 先关闭，共三个报文段：第二个 FIN 带有对第一个 FIN 的 ACK。</translation>
    </message>
    <message>
        <source>Closed by both sides at once.</source>
        <translation>由双方同时关闭。</translation>
    </message>
    <message>
        <source>Ended by a RST.</source>
        <translation>被 RST 终止。</translation>
    </message>
    <message>
        <source>Refused by a RST.</source>
        <translation>被 RST 拒绝。</translation>
    </message>
    <message>
        <source>The capture has the whole connection.</source>
        <translation>抓包中有完整的连接。</translation>
    </message>
    <message>
        <source>The capture has the end of it, but not the handshake.</source>
        <translation>抓包中有连接的结束，但没有握手。</translation>
    </message>
    <message>
        <source>The capture has neither the handshake nor the end of it.</source>
        <translation>抓包中既没有握手，也没有连接的结束。</translation>
    </message>
    <message>
        <source>The capture has its handshake and its end, but not all between.</source>
        <translation>抓包中有握手和结束，但中间不完整。</translation>
    </message>
    <message>
        <source>The capture has the handshake, but not the end of it.</source>
        <translation>抓包中有握手，但没有连接的结束。</translation>
    </message>
    <message>
        <source>Initial round-trip time, from SYN to ACK: %1 ms.</source>
        <translation>初始往返时间（从 SYN 到 ACK）：%1 ms。</translation>
    </message>
    <message>
        <source>A fragment of this datagram is not in the capture, only %1 octets of it are: its segment can&apos;t be shown.</source>
        <translation>此数据报的一个分片不在抓包中，只有其中的 %1 字节：无法显示其中的报文段。</translation>
    </message>
    <message>
        <source>The capture ends while %5 repeats in vain, %1 times since the other side was last heard: it may have timed out, which is on no wire, or its peer is gone.</source>
        <translation>抓包结束时 %5 仍在徒劳地重传，自上次收到对方报文以来已有 %1 次：它可能已超时放弃（线路上看不到），或者对方已不存在。</translation>
    </message>
    <message>
        <source>The SYN was sent again %1 times and nothing answered: the opener may have given up, which is on no wire.</source>
        <translation>SYN 又发送了 %1 次而无人应答：发起方可能已放弃，这在线路上看不到。</translation>
    </message>
    <message>
        <source>No correct TCP sends more than one of SYN, FIN and RST: such segments come from port scanners.</source>
        <translation>正确的 TCP 不会同时发送 SYN、FIN 和 RST 中的两个以上：这种报文段来自端口扫描。</translation>
    </message>
    <message>
        <source>Behind the first SYN, a correct TCP sets ACK in every segment.</source>
        <translation>在第一个 SYN 之后，正确的 TCP 在每个报文段中都置 ACK。</translation>
    </message>
    <message>
        <source>The sender has sent its SYN already: another one with number %1 doesn&apos;t belong to this connection.</source>
        <translation>发送方已经发过 SYN：另一个序列号为 %1 的 SYN 不属于这个连接。</translation>
    </message>
    <message>
        <source>Without PSH the receiver may keep the data until there is more.</source>
        <translation>没有 PSH，接收方可以先留着数据，等更多数据到来。</translation>
    </message>
    <message>
        <source>PSH without data: there is nothing to push.</source>
        <translation>有 PSH 而没有数据：没有什么可推送的。</translation>
    </message>
    <message>
        <source>PSH: the receiver should hand the %1 bytes to the application at once.</source>
        <translation>PSH：接收方应立即把这 %1 个字节交给应用程序。</translation>
    </message>
    <message>
        <source>URG: the urgent pointer, which is %1, would count. Urgent data would end before number %2.</source>
        <translation>URG：紧急指针（%1）将有效。紧急数据到序列号 %2 之前为止。</translation>
    </message>
    <message>
        <source>Without URG nothing of the data is urgent.</source>
        <translation>没有 URG，数据都不紧急。</translation>
    </message>
    <message>
        <source>Without AE, CWR and ECE nothing is said of congestion marks.</source>
        <translation>没有 AE、CWR 和 ECE，就没有说到拥塞标记。</translation>
    </message>
    <message>
        <source>In a SYN,ACK, ECE alone accepts Explicit Congestion Notification.</source>
        <translation>在 SYN,ACK 中，单独的 ECE 表示接受显式拥塞通知。</translation>
    </message>
    <message>
        <source>In a SYN,ACK, these bits accept accurate ECN, if the SYN offered it, and repeat the ECN mark that the SYN arrived with.</source>
        <translation>在 SYN,ACK 中，如果 SYN 提出了精确 ECN，这些位表示接受它，并重复 SYN 到达时带的 ECN 标记。</translation>
    </message>
    <message>
        <source>In a SYN, AE, CWR and ECE together offer accurate ECN.</source>
        <translation>在 SYN 中，AE、CWR 和 ECE 一起表示提出使用精确 ECN。</translation>
    </message>
    <message>
        <source>In a SYN, CWR and ECE together offer Explicit Congestion Notification.</source>
        <translation>在 SYN 中，CWR 和 ECE 一起表示提出使用显式拥塞通知。</translation>
    </message>
    <message>
        <source>In a SYN this combination of AE, CWR and ECE offers nothing: ECN takes CWR and ECE, accurate ECN all three.</source>
        <translation>在 SYN 中，AE、CWR 和 ECE 的这种组合什么也没有提出：ECN 要 CWR 和 ECE，精确 ECN 要三个都置。</translation>
    </message>
    <message>
        <source>Behind the handshake AE, CWR and ECE are one counter of marked packets, here %1, if both sides agreed on accurate ECN; else AE means nothing.</source>
        <translation>握手之后，如果双方同意使用精确 ECN，AE、CWR 和 ECE 合成一个带标记数据包的计数器，这里是 %1；否则 AE 没有意义。</translation>
    </message>
    <message>
        <source>ECE: the sender would say that a router marked one of the peer&apos;s packets, and the peer would slow down, if both agreed on ECN in the handshake.</source>
        <translation>ECE：如果双方在握手中同意使用 ECN，这表示发送方说有路由器给对端的数据包加了标记，对端会放慢速度。</translation>
    </message>
    <message>
        <source>CWR: the sender would say that it has slowed down after an ECE, and the peer would stop sending ECE.</source>
        <translation>CWR：发送方说它在收到 ECE 后已放慢速度，对端将不再发送 ECE。</translation>
    </message>
    <message>
        <source>Reserved bits must be zero in segments that are sent; a receiver ignores them.</source>
        <translation>发送的报文段中保留位必须为零；接收方忽略它们。</translation>
    </message>
    <message>
        <source>Data offset %1: the header would be %2 bytes long, but no header is shorter than 20.</source>
        <translation>数据偏移 %1：首部将只有 %2 个字节，但首部不能短于 20 个字节。</translation>
    </message>
    <message>
        <source>Data offset %1: the header would end %2 bytes behind the segment&apos;s end.</source>
        <translation>数据偏移 %1：首部将超出报文段末尾 %2 个字节。</translation>
    </message>
    <message>
        <source>Data offset %1: the data would begin at byte %2 of the segment. %3 bytes of options would be read as data.</source>
        <translation>数据偏移 %1：数据将从报文段的第 %2 字节开始，%3 个字节的选项将被当作数据。</translation>
    </message>
    <message>
        <source>Data offset %1: the data would begin at byte %2 of the segment. %3 bytes of data would be read as options.</source>
        <translation>数据偏移 %1：数据将从报文段的第 %2 字节开始，%3 个字节的数据将被当作选项。</translation>
    </message>
    <message>
        <source>Sender %1: %2 → %3, as captured.</source>
        <translation>发送方 %1：%2 → %3，与捕获的一样。</translation>
    </message>
    <message>
        <source>Sender %1 stays in %2, as captured.</source>
        <translation>发送方 %1 留在 %2，与捕获的一样。</translation>
    </message>
    <message>
        <source>Receiver %1, if it arrives: %2 → %3, as captured.</source>
        <translation>接收方 %1 如果收到：%2 → %3，与捕获的一样。</translation>
    </message>
    <message>
        <source>Receiver %1 stays in %2, as captured.</source>
        <translation>接收方 %1 留在 %2，与捕获的一样。</translation>
    </message>
    <message>
        <source>The receiver drops it: its header can&apos;t be read.</source>
        <translation>接收方丢弃它：首部无法读取。</translation>
    </message>
    <message>
        <source>The receiver drops it: in its state every segment has ACK, SYN or RST.</source>
        <translation>接收方丢弃它：在它的状态下，每个报文段都有 ACK、SYN 或 RST。</translation>
    </message>
    <message>
        <source>The receiver ignores this RST: it fits no connection of its own.</source>
        <translation>接收方忽略这个 RST：它不属于接收方的任何连接。</translation>
    </message>
    <message>
        <source>The receiver drops it: in LISTEN only a SYN counts.</source>
        <translation>接收方丢弃它：在 LISTEN 状态下只有 SYN 有效。</translation>
    </message>
    <message>
        <source>The receiver answers with RST: it knows nothing that this could belong to.</source>
        <translation>接收方以 RST 回答：它不知道这属于什么连接。</translation>
    </message>
    <message>
        <source>The receiver changes nothing and only answers with an ACK of what it expects, a challenge ACK: anybody could have sent this.</source>
        <translation>接收方什么也不改变，只回答一个说明它期待什么的 ACK（质询 ACK）：任何人都可能发出这个报文段。</translation>
    </message>
    <message>
        <source>The receiver has all of it already (it waits for %1): it only repeats its ACK.</source>
        <translation>接收方已经全部收到（它在等 %1）：只重复它的 ACK。</translation>
    </message>
    <message>
        <source>The receiver drops it and answers with an ACK: the acknowledgment number covers what it has not sent yet.</source>
        <translation>接收方丢弃它并回答 ACK：确认号涵盖了它还没有发送的内容。</translation>
    </message>
    <message>
        <source>The FIN has to wait: the receiver lacks what comes before it, from %1 on.</source>
        <translation>FIN 要等待：接收方还缺少它之前从 %1 开始的内容。</translation>
    </message>
    <message>
        <source>The sender had sent its FIN before. The peer would acknowledge %1.</source>
        <translation>发送方之前已经发过 FIN。对端将确认 %1。</translation>
    </message>
    <message>
        <source>The FIN takes a number: the peer would have to acknowledge %1.</source>
        <translation>FIN 占用一个序列号：对端必须确认 %1。</translation>
    </message>
    <message>
        <source>The SYN takes a number: the peer would have to acknowledge %1.</source>
        <translation>SYN 占用一个序列号：对端必须确认 %1。</translation>
    </message>
    <message>
        <source>The captured checksum %1 is right for these bits.</source>
        <translation>捕获的校验和 %1 对这些位是正确的。</translation>
    </message>
    <message>
        <source>The captured checksum %1 is wrong for these bits: it would have to be %2.</source>
        <translation>捕获的校验和 %1 对这些位是错误的：应该是 %2。</translation>
    </message>
    <message>
        <source>The captured checksum %1 is partial, made over the pseudo-header alone, and tells nothing of the bits. On the wire it would be %2.</source>
        <translation>捕获的校验和 %1 只是伪首部的部分和，不能说明这些位。在线路上它会是 %2。</translation>
    </message>
    <message>
        <source>The checksum can&apos;t be verified: not all of the segment was captured.</source>
        <translation>校验和无法验证：报文段没有完整捕获。</translation>
    </message>
    <message>
        <source>Sender %1: %2 → %3 (captured: %4).</source>
        <translation>发送方 %1：%2 → %3（捕获的是 %4）。</translation>
    </message>
    <message>
        <source>Sender %1 stays in %2 (captured: %4).</source>
        <translation>发送方 %1 留在 %2（捕获的是 %4）。</translation>
    </message>
    <message>
        <source>Receiver %1, if it arrives: %2 → %3 (captured: %4).</source>
        <translation>接收方 %1 如果收到：%2 → %3（捕获的是 %4）。</translation>
    </message>
    <message>
        <source>Receiver %1 stays in %2 (captured: %4).</source>
        <translation>接收方 %1 留在 %2（捕获的是 %4）。</translation>
    </message>
    <message>
        <source>RST with sequence number %1, where %6 expects %2: it resets nothing. Late, or forged.</source>
        <translation>RST 的序列号是 %1，而 %6 期望的是 %2：它不会重置任何连接。它迟到了，或是伪造的。</translation>
    </message>
    <message>
        <source>%1 → %2: segment %3 is its SYN,ACK to an old SYN: the acknowledgment %5 is not what its peer waits for.</source>
        <translation>%1 → %2：报文段 %3 是它对旧 SYN 的 SYN,ACK：确认号 %5 不是对端等待的。</translation>
    </message>
    <message>
        <source>Behind segment %9; its segment %7 with acknowledgment %8 shows that it arrived.</source>
        <translation>在报文段 %9 之后；它的报文段 %7（确认号 %8）表明它已到达。</translation>
    </message>
    <message>
        <source>Behind segment %9; nothing shows yet that it arrived.</source>
        <translation>在报文段 %9 之后；尚无证据表明它已到达。</translation>
    </message>
</context>
<context>
    <name>tcpladder::BytesPanel</name>
    <message>
        <source>segment %1</source>
        <translation>报文段 %1</translation>
    </message>
    <message>
        <source>data %1</source>
        <translation>数据 %1</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Comment: %1</source>
        <translation>注释：%1</translation>
    </message>
</context>
<context>
    <name>tcpladder::FlagsView</name>
    <message>
        <source>Flags of the segment</source>
        <translation>报文段的标志</translation>
    </message>
    <message>
        <source>Another flags word</source>
        <translation>另一个标志字</translation>
    </message>
    <message>
        <source>0x8010 or 16 bits</source>
        <translation>0x8010 或 16 个位</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>复位</translation>
    </message>
    <message>
        <source>Back to what was captured (Esc)</source>
        <translation>回到捕获的内容（Esc）</translation>
    </message>
    <message>
        <source>Click to try another word</source>
        <translation>点击可试另一个字</translation>
    </message>
</context>
<context>
    <name>header</name>
    <message>
        <source>source port</source>
        <translation>源端口</translation>
    </message>
    <message>
        <source>from</source>
        <translation>源</translation>
    </message>
    <message>
        <source>destination port</source>
        <translation>目的端口</translation>
    </message>
    <message>
        <source>to</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>sequence number</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>seq</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>acknowledgment number</source>
        <translation>确认号</translation>
    </message>
    <message>
        <source>ack</source>
        <translation>确认号</translation>
    </message>
    <message>
        <source>data offset</source>
        <translation>数据偏移</translation>
    </message>
    <message>
        <source>offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>rsrvd</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>flags</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>checksum</source>
        <translation>校验和</translation>
    </message>
    <message>
        <source>urgent pointer</source>
        <translation>紧急指针</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>relative %1</source>
        <translation>相对 %1</translation>
    </message>
    <message>
        <source>scale ?</source>
        <translation>缩放因子未知</translation>
    </message>
    <message>
        <source>left to the network card</source>
        <translation>留给网卡计算</translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation>✗ 错误</translation>
    </message>
    <message>
        <source>not verifiable</source>
        <translation>无法验证</translation>
    </message>
    <message>
        <source>✓ right</source>
        <translation>✓ 正确</translation>
    </message>
    <message>
        <source>✓ right for %1</source>
        <translation>✓ 对 %1 正确</translation>
    </message>
    <message>
        <source>shift</source>
        <translation>移位数</translation>
    </message>
    <message>
        <source>block from</source>
        <translation>块起点</translation>
    </message>
    <message>
        <source>block to before</source>
        <translation>块终点（不含）</translation>
    </message>
    <message>
        <source>cookie</source>
        <translation>cookie</translation>
    </message>
    <message>
        <source>option bytes</source>
        <translation>选项字节</translation>
    </message>
    <message>
        <source>malformed</source>
        <translation>格式错误</translation>
    </message>
    <message>
        <source>option %1</source>
        <translation>选项 %1</translation>
    </message>
</context>
<context>
    <name>tcpladder::HeaderView</name>
    <message>
        <source>TCP header of the segment</source>
        <translation>报文段的 TCP 首部</translation>
    </message>
</context>
<context>
    <name>tcpladder::HexView</name>
    <message>
        <source>Bytes of the segment</source>
        <translation>报文段的字节</translation>
    </message>
    <message>
        <source>Copy as &amp;hexadecimal</source>
        <translation>复制为十六进制(&amp;H)</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>复制为文本(&amp;T)</translation>
    </message>
</context>
<context>
    <name>ladder</name>
    <message>
        <source>window scale %1</source>
        <translation>窗口缩放 %1</translation>
    </message>
    <message>
        <source>timestamps</source>
        <translation>时间戳</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>假定</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>2MSL timer, not on the wire</source>
        <translation>2MSL 定时器，线路上看不到</translation>
    </message>
    <message>
        <source>TIME_WAIT ends: CLOSED</source>
        <translation>TIME_WAIT 结束：CLOSED</translation>
    </message>
    <message>
        <source>end of the capture</source>
        <translation>抓包结束</translation>
    </message>
    <message>
        <source>cut short by segment %1</source>
        <translation>被报文段 %1 提前结束</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>结束于 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>written as %1</source>
        <translation>文本中写作 %1</translation>
    </message>
    <message>
        <source>The connection is longer than the window even at the smallest size that can be read.</source>
        <translation>即使缩到仍可阅读的最小尺寸，该连接也比窗口长。</translation>
    </message>
</context>
<context>
    <name>tcpladder::LadderView</name>
    <message>
        <source>Ladder of the selected connection</source>
        <translation>所选连接的梯形图</translation>
    </message>
    <message>
        <source>Click to see these segments one by one.</source>
        <translation>点击可逐个查看这些报文段。</translation>
    </message>
</context>
<context>
    <name>segment</name>
    <message>
        <source>window %1</source>
        <translation>窗口 %1</translation>
    </message>
    <message>
        <source>window %1 × 2^%2 = %3</source>
        <translation>窗口 %1 × 2^%2 = %3</translation>
    </message>
    <message>
        <source>then A %1, B %2</source>
        <translation>此后 A %1，B %2</translation>
    </message>
    <message>
        <source>Segment %1: %2 (%3)</source>
        <translation>报文段 %1：%2（%3）</translation>
    </message>
    <message>
        <source>packet %1</source>
        <translation>数据包 %1</translation>
    </message>
    <message>
        <source>Segment %1 of %2, from %3</source>
        <translation>报文段 %1，共 %2 个，来自 %3</translation>
    </message>
    <message>
        <source>Comment: %1</source>
        <translation>注释：%1</translation>
    </message>
</context>
<context>
    <name>tcpladder::ConnectionModel</name>
    <message>
        <source>Connection %1, %2 to %3, %4, %5</source>
        <translation>连接 %1，%2 到 %3，%4，%5</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>From</source>
        <translation>源</translation>
    </message>
    <message>
        <source>To</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>报文段数</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>持续时间</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>诊断</translation>
    </message>
</context>
<context>
    <name>tcpladder::FindingModel</name>
    <message>
        <source>packet %1</source>
        <translation>数据包 %1</translation>
    </message>
    <message>
        <source>whole capture</source>
        <translation>整个抓包</translation>
    </message>
    <message>
        <source>segment %1</source>
        <translation>报文段 %1</translation>
    </message>
    <message>
        <source>connection %1, %2</source>
        <translation>连接 %1，%2</translation>
    </message>
</context>
<context>
    <name>tcpladder::ConnectionPanel</name>
    <message>
        <source>In order</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source>Most segments</source>
        <translation>报文段最多</translation>
    </message>
    <message>
        <source>Most bytes</source>
        <translation>字节最多</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>持续最久</translation>
    </message>
    <message>
        <source>Most findings</source>
        <translation>诊断最多</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>按状态</translation>
    </message>
    <message>
        <source>Filter connections</source>
        <translation>筛选连接</translation>
    </message>
    <message>
        <source>Order of connections</source>
        <translation>连接的排序</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Shows the connections that have this in an address, a port or a state. Several words must all fit.</source>
        <translation>显示地址、端口或状态中含有这些内容的连接。多个词必须全部符合。</translation>
    </message>
</context>
<context>
    <name>tcpladder::FindingDelegate</name>
    <message>
        <source>%1 — %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>tcpladder::FindingPanel</name>
    <message>
        <source>Nothing unusual.</source>
        <translation>没有异常。</translation>
    </message>
    <message>
        <source>Of all connections</source>
        <translation>所有连接的诊断</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>诊断</translation>
    </message>
</context>
<context>
    <name>tcpladder::Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Export Ladder…</source>
        <translation>导出梯形图(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Relative Sequence Numbers</source>
        <translation>相对序号(&amp;R)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Normal &amp;Size</source>
        <translation>正常大小(&amp;S)</translation>
    </message>
    <message>
        <source>Reset &amp;Layout</source>
        <translation>恢复默认布局(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;First Segment</source>
        <translation>第一个报文段(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Previous Segment</source>
        <translation>上一个报文段(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next Segment</source>
        <translation>下一个报文段(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Last Segment</source>
        <translation>最后一个报文段(&amp;L)</translation>
    </message>
    <message>
        <source>Previous Connection</source>
        <translation>上一个连接</translation>
    </message>
    <message>
        <source>Next &amp;Connection</source>
        <translation>下一个连接(&amp;C)</translation>
    </message>
    <message>
        <source>F&amp;ind Connection</source>
        <translation>查找连接(&amp;I)</translation>
    </message>
    <message>
        <source>Previous Finding</source>
        <translation>上一条诊断</translation>
    </message>
    <message>
        <source>Next Fin&amp;ding</source>
        <translation>下一条诊断(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About tcpladder</source>
        <translation>关于 tcpladder(&amp;A)</translation>
    </message>
    <message>
        <source>Relative seq</source>
        <translation>相对序号</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Open a capture or a tcpdump text</source>
        <translation>打开抓包文件或 tcpdump 文本</translation>
    </message>
    <message>
        <source>Count sequence numbers from the connection&apos;s first</source>
        <translation>序号从连接的第一个序号算起</translation>
    </message>
    <message>
        <source>First segment of the connection</source>
        <translation>连接的第一个报文段</translation>
    </message>
    <message>
        <source>Previous segment</source>
        <translation>上一个报文段</translation>
    </message>
    <message>
        <source>Next segment</source>
        <translation>下一个报文段</translation>
    </message>
    <message>
        <source>Last segment of the connection</source>
        <translation>连接的最后一个报文段</translation>
    </message>
    <message>
        <source>&amp;Fold Long Data Runs</source>
        <translation>折叠连续的数据段(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Paste Capture Text</source>
        <translation>粘贴抓包文本(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>Jump &amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>Jump &amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Slower</source>
        <translation>减速(&amp;S)</translation>
    </message>
    <message>
        <source>F&amp;aster</source>
        <translation>加速(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>循环(&amp;L)</translation>
    </message>
    <message>
        <source>Play the connection, long silences shortened</source>
        <translation>播放该连接，长时间的静默会缩短</translation>
    </message>
    <message>
        <source>Begin again at the end</source>
        <translation>到结尾后从头再播</translation>
    </message>
    <message>
        <source>&amp;Copy Ladder</source>
        <translation>复制梯形图(&amp;C)</translation>
    </message>
    <message>
        <source>Write the ladder as a picture or a text</source>
        <translation>把梯形图写成图片或文本</translation>
    </message>
    <message>
        <source>&amp;Undo View Change</source>
        <translation>撤销视图更改(&amp;U)</translation>
    </message>
    <message>
        <source>P&amp;references…</source>
        <translation>首选项(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Presenter Mode</source>
        <translation>演示模式(&amp;P)</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>F&amp;orward</source>
        <translation>前进(&amp;O)</translation>
    </message>
    <message>
        <source>Previous Panel</source>
        <translation>上一个面板</translation>
    </message>
    <message>
        <source>Presenter</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Show the chosen panels large on the whole screen; Esc leaves</source>
        <translation>将所选面板放大到全屏显示，按 Esc 退出</translation>
    </message>
    <message>
        <source>&amp;Legend of the Ladder</source>
        <translation>梯形图图例(&amp;L)</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Co&amp;mment on the Segment…</source>
        <translation>为报文段添加注释(&amp;M)…</translation>
    </message>
    <message>
        <source>O&amp;verview of All Connections</source>
        <translation>所有连接总览(&amp;V)</translation>
    </message>
    <message>
        <source>Follow t&amp;he File</source>
        <translation>跟踪文件(&amp;H)</translation>
    </message>
    <message>
        <source>Fit the Co&amp;nnection</source>
        <translation>适合整个连接(&amp;N)</translation>
    </message>
    <message>
        <source>Fit &amp;Width</source>
        <translation>适合宽度(&amp;W)</translation>
    </message>
    <message>
        <source>Next Pan&amp;el</source>
        <translation>下一个面板(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>查找上一个(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Toggle Bookmark</source>
        <translation>设置/取消书签(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Previous Bookmark</source>
        <translation>上一个书签(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next Bookmark</source>
        <translation>下一个书签(&amp;N)</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>All connections at once, with a lifeline for each host</source>
        <translation>同时显示所有连接，每台主机一条生命线</translation>
    </message>
    <message>
        <source>&amp;Start…</source>
        <translation>开始(&amp;S)…</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>重新开始(&amp;R)</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>抓包</translation>
    </message>
    <message>
        <source>Capture from a network device</source>
        <translation>从网络设备抓包</translation>
    </message>
    <message>
        <source>End the live capture</source>
        <translation>结束实时抓包</translation>
    </message>
    <message>
        <source>Sockets in TIME_&amp;WAIT…</source>
        <translation>TIME_WAIT 套接字(&amp;W)…</translation>
    </message>
</context>
<context>
    <name>tcpladder::DockPanel</name>
    <message>
        <source>Close; the View menu brings it back</source>
        <translation>关闭；可从“视图”菜单重新打开</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>关闭%1</translation>
    </message>
</context>
<context>
    <name>tcpladder::Docks</name>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>Segments as Table</source>
        <translation>报文段表</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Export the ladder</source>
        <translation>导出梯形图</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>End the name in .svg, .pdf or .png: that says what to write.</source>
        <translation>请让文件名以 .svg、.pdf 或 .png 结尾：由它决定写成什么格式。</translation>
    </message>
    <message>
        <source>Vector picture (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Pixels (*.png)</source>
        <translation>像素图 (*.png)</translation>
    </message>
    <message>
        <source>The picture can&apos;t be written: %1</source>
        <translation>无法写入图片：%1</translation>
    </message>
    <message>
        <source>A PNG of %1 × %2 pixels is more than other programs open: choose PDF, a smaller scale or fewer segments.</source>
        <translation>%1 × %2 像素的 PNG 超出了其他程序能打开的大小：请选择 PDF、更小的缩放比例或更少的报文段。</translation>
    </message>
    <message>
        <source>There is no such connection, or it has no such segments.</source>
        <translation>没有这个连接，或者它没有这些报文段。</translation>
    </message>
    <message>
        <source>Connection %1</source>
        <translation>连接 %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>The text can&apos;t be written: %1</source>
        <translation>无法写入文本：%1</translation>
    </message>
    <message>
        <source>A picture of %1 rows is more than other programs open: choose PDF, which has pages, a text, or fewer segments.</source>
        <translation>%1 行的图片超出了其他程序能打开的大小：请选择分页的 PDF、文本或更少的报文段。</translation>
    </message>
    <message>
        <source>Mermaid diagram (*.mmd)</source>
        <translation>Mermaid 图 (*.mmd)</translation>
    </message>
    <message>
        <source>PlantUML diagram (*.puml)</source>
        <translation>PlantUML 图 (*.puml)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>End the name in .svg, .pdf, .png, .mmd, .puml or .txt: that says what to write.</source>
        <translation>请让文件名以 .svg、.pdf、.png、.mmd、.puml 或 .txt 结尾：由它决定写成什么格式。</translation>
    </message>
    <message>
        <source>Writing the ladder…</source>
        <translation>正在写入梯形图…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copied as picture, SVG and text.</source>
        <translation>已复制为图片、SVG 和文本。</translation>
    </message>
    <message>
        <source>Copied as SVG and text: the ladder has too many pixels.</source>
        <translation>已复制为 SVG 和文本：梯形图的像素太多。</translation>
    </message>
    <message>
        <source>Copied as text: the ladder is too long for a picture.</source>
        <translation>已复制为文本：梯形图太长，无法成为图片。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>A picture of %1 rows is more than other programs open: choose PDF, which has pages, fold long runs, or hide hosts.</source>
        <translation>%1 行的图片过大，其他程序无法打开：请选择分页的 PDF、折叠长段或隐藏主机。</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>In the ladder: previous and next segment</source>
        <translation>在梯形图中：上一个和下一个报文段</translation>
    </message>
    <message>
        <source>In the ladder: larger, smaller, normal size</source>
        <translation>在梯形图中：放大、缩小、正常大小</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Shows how TCP connections live and die: each as a ladder with the states of RFC 9293 down its sides.</source>
        <translation>看清 TCP 连接如何建立、如何结束：每个连接一幅梯形图，两侧是 RFC 9293 中的状态。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>自由软件，以 GNU 通用公共许可证第 3 版或更新版本发布。</translation>
    </message>
    <message>
        <source>About tcpladder</source>
        <translation>关于 tcpladder</translation>
    </message>
    <message>
        <source>Play from that tenth of the connection</source>
        <translation>从连接的该十分位开始播放</translation>
    </message>
</context>
<context>
    <name>tcpladder::LanguageMenu</name>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
</context>
<context>
    <name>tcpladder::LoadStatus</name>
    <message>
        <source>Loading</source>
        <translation>正在载入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>1 connection</source>
        <translation>1 个连接</translation>
    </message>
    <message>
        <source>%1 connections</source>
        <translation>%1 个连接</translation>
    </message>
    <message>
        <source> · loading was cancelled</source>
        <translation> · 载入已取消</translation>
    </message>
    <message>
        <source>%1 packets</source>
        <translation>%1 个数据包</translation>
    </message>
    <message>
        <source>Stop loading; what was read stays (Esc)</source>
        <translation>停止加载，已读取的内容保留（Esc）</translation>
    </message>
    <message>
        <source>1 packet</source>
        <translation>1 个数据包</translation>
    </message>
</context>
<context>
    <name>tcpladder::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>tcpladder::StartPage</name>
    <message>
        <source>See how TCP connections live and die</source>
        <translation>看清 TCP 连接如何建立、如何结束</translation>
    </message>
    <message>
        <source>Open a capture or a tcpdump text. Each connection becomes a ladder with the states of both endpoints down its sides, and every change says why it happened.</source>
        <translation>打开抓包文件或 tcpdump 文本。每个连接成为一幅梯形图，两侧是双方端点的状态，每次状态变化都说明原因。</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>粘贴文本</translation>
    </message>
    <message>
        <source>… or drop files or a text on this window.</source>
        <translation>……或将文件或文本拖到此窗口。</translation>
    </message>
    <message>
        <source>Capture live…</source>
        <translation>实时抓包…</translation>
    </message>
</context>
<context>
    <name>tcpladder::TwoMslMenu</name>
    <message>
        <source>60 s: Linux</source>
        <translation>60 s：Linux</translation>
    </message>
    <message>
        <source>240 s: RFC 9293</source>
        <translation>240 s：RFC 9293</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>2MSL</source>
        <translation>2MSL</translation>
    </message>
    <message>
        <source>TIME_WAIT lasts, in seconds:</source>
        <translation>TIME_WAIT 持续的秒数：</translation>
    </message>
    <message>
        <source>&amp;2MSL</source>
        <translation>2MSL(&amp;2)</translation>
    </message>
</context>
<context>
    <name>diagram</name>
    <message>
        <source>passive OPEN</source>
        <translation>被动打开</translation>
    </message>
    <message>
        <source>create TCB</source>
        <translation>建立 TCB</translation>
    </message>
    <message>
        <source>CLOSE</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>delete TCB</source>
        <translation>删除 TCB</translation>
    </message>
    <message>
        <source>active OPEN</source>
        <translation>主动打开</translation>
    </message>
    <message>
        <source>create TCB, snd SYN</source>
        <translation>建立 TCB，发 SYN</translation>
    </message>
    <message>
        <source>rcv RST (note 1)</source>
        <translation>收 RST（注 1）</translation>
    </message>
    <message>
        <source>rcv SYN</source>
        <translation>收 SYN</translation>
    </message>
    <message>
        <source>snd SYN,ACK</source>
        <translation>发 SYN,ACK</translation>
    </message>
    <message>
        <source>SEND</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>snd SYN</source>
        <translation>发 SYN</translation>
    </message>
    <message>
        <source>rcv ACK of SYN</source>
        <translation>收 SYN 的 ACK</translation>
    </message>
    <message>
        <source>rcv SYN,ACK</source>
        <translation>收 SYN,ACK</translation>
    </message>
    <message>
        <source>snd ACK</source>
        <translation>发 ACK</translation>
    </message>
    <message>
        <source>snd FIN</source>
        <translation>发 FIN</translation>
    </message>
    <message>
        <source>rcv FIN</source>
        <translation>收 FIN</translation>
    </message>
    <message>
        <source>rcv ACK
of FIN</source>
        <translation>收 FIN
的 ACK</translation>
    </message>
    <message>
        <source>rcv ACK of FIN</source>
        <translation>收 FIN 的 ACK</translation>
    </message>
    <message>
        <source>2MSL</source>
        <translation>2MSL</translation>
    </message>
</context>
<context>
    <name>tcpladder::DiagramView</name>
    <message>
        <source>State diagram</source>
        <translation>状态图</translation>
    </message>
    <message>
        <source>A is in %1, B is in %2</source>
        <translation>A 处于 %1，B 处于 %2</translation>
    </message>
    <message>
        <source>Figure 5 does not show this change.</source>
        <translation>图 5 中没有这个变化。</translation>
    </message>
    <message>
        <source>TIME_WAIT of %1: %2 left</source>
        <translation>%1 的 TIME_WAIT：还剩 %2</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1，然后 %2</translation>
    </message>
    <message>
        <source>Neither endpoint went this way so far.</source>
        <translation>到目前为止，两个端点都没有走过这条路径。</translation>
    </message>
</context>
<context>
    <name>tcpladder::StatesPanel</name>
    <message>
        <source>How long TIME_WAIT lasts</source>
        <translation>TIME_WAIT 持续多久</translation>
    </message>
    <message>
        <source>RFC 9293 Figure 5</source>
        <translation>RFC 9293 图 5</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>observed</source>
        <translation>观测到</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>已证实</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>假定</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>结束于 %1</translation>
    </message>
</context>
<context>
    <name>connection</name>
    <message>
        <source>the client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>%1, started by %2</source>
        <translation>%1（发起方：%2）</translation>
    </message>
    <message>
        <source>Connection %1</source>
        <translation>连接 %1</translation>
    </message>
    <message>
        <source>1 segment</source>
        <translation>1 个报文段</translation>
    </message>
    <message>
        <source>%1 segments</source>
        <translation>%1 个报文段</translation>
    </message>
    <message>
        <source>client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>active close</source>
        <translation>主动关闭</translation>
    </message>
    <message>
        <source>passive close</source>
        <translation>被动关闭</translation>
    </message>
    <message>
        <source>quiet for %1 (not to scale)</source>
        <translation>静默 %1（未按比例）</translation>
    </message>
</context>
<context>
    <name>finding</name>
    <message>
        <source>SYN sent again</source>
        <translation>SYN 重传</translation>
    </message>
    <message>
        <source>Retransmission after a timeout</source>
        <translation>超时重传</translation>
    </message>
    <message>
        <source>Fast retransmission</source>
        <translation>快速重传</translation>
    </message>
    <message>
        <source>Needless retransmission</source>
        <translation>不必要的重传</translation>
    </message>
    <message>
        <source>FIN sent again</source>
        <translation>FIN 重传</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation>乱序</translation>
    </message>
    <message>
        <source>Segment not captured</source>
        <translation>报文段未抓到</translation>
    </message>
    <message>
        <source>Acknowledges what was not captured</source>
        <translation>确认了未抓到的内容</translation>
    </message>
    <message>
        <source>Duplicate ACK</source>
        <translation>重复 ACK</translation>
    </message>
    <message>
        <source>Selective acknowledgment</source>
        <translation>选择确认（SACK）</translation>
    </message>
    <message>
        <source>Duplicate SACK</source>
        <translation>重复 SACK（D-SACK）</translation>
    </message>
    <message>
        <source>Window closed</source>
        <translation>零窗口</translation>
    </message>
    <message>
        <source>Window probe</source>
        <translation>窗口探测</translation>
    </message>
    <message>
        <source>Answer to a window probe</source>
        <translation>窗口探测的应答</translation>
    </message>
    <message>
        <source>Window full</source>
        <translation>窗口已满</translation>
    </message>
    <message>
        <source>Window update</source>
        <translation>窗口更新</translation>
    </message>
    <message>
        <source>Keep-alive</source>
        <translation>保活</translation>
    </message>
    <message>
        <source>Answer to a keep-alive</source>
        <translation>保活的应答</translation>
    </message>
    <message>
        <source>Ports used again</source>
        <translation>端口重用</translation>
    </message>
    <message>
        <source>Half-open connection</source>
        <translation>半打开连接</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>Connection reset</source>
        <translation>连接被复位</translation>
    </message>
    <message>
        <source>RST that is ignored</source>
        <translation>被忽略的 RST</translation>
    </message>
    <message>
        <source>Challenge ACK</source>
        <translation>挑战 ACK</translation>
    </message>
    <message>
        <source>SYN to TIME_WAIT</source>
        <translation>发往 TIME_WAIT 的 SYN</translation>
    </message>
    <message>
        <source>TIME_WAIT starts anew</source>
        <translation>TIME_WAIT 重新计时</translation>
    </message>
    <message>
        <source>TIME_WAIT ended by RST</source>
        <translation>TIME_WAIT 被 RST 终止</translation>
    </message>
    <message>
        <source>Half-close</source>
        <translation>半关闭</translation>
    </message>
    <message>
        <source>Never closed</source>
        <translation>从未关闭</translation>
    </message>
    <message>
        <source>Simultaneous open</source>
        <translation>同时打开</translation>
    </message>
    <message>
        <source>Simultaneous close</source>
        <translation>同时关闭</translation>
    </message>
    <message>
        <source>Three-segment close</source>
        <translation>三次挥手</translation>
    </message>
    <message>
        <source>Capture began midstream</source>
        <translation>抓包从中途开始</translation>
    </message>
    <message>
        <source>One direction only</source>
        <translation>只有一个方向</translation>
    </message>
    <message>
        <source>TCP Fast Open</source>
        <translation>TCP Fast Open</translation>
    </message>
    <message>
        <source>Larger than the MSS</source>
        <translation>超过 MSS</translation>
    </message>
    <message>
        <source>Captured twice</source>
        <translation>重复抓到</translation>
    </message>
    <message>
        <source>Wrong checksum</source>
        <translation>校验和错误</translation>
    </message>
    <message>
        <source>Checksum left to the network card</source>
        <translation>校验和留给网卡计算</translation>
    </message>
    <message>
        <source>Clock goes back</source>
        <translation>时钟倒退</translation>
    </message>
    <message>
        <source>Bad option</source>
        <translation>选项有误</translation>
    </message>
    <message>
        <source>Header cut short</source>
        <translation>首部被截断</translation>
    </message>
    <message>
        <source>Malformed packet</source>
        <translation>畸形数据包</translation>
    </message>
    <message>
        <source>Packets left out</source>
        <translation>有数据包被略去</translation>
    </message>
    <message>
        <source>ICMP error</source>
        <translation>ICMP 差错</translation>
    </message>
    <message>
        <source>Flags differ between text and bytes</source>
        <translation>文本与字节的标志不一致</translation>
    </message>
    <message>
        <source>Addresses differ between text and bytes</source>
        <translation>文本与字节的地址不一致</translation>
    </message>
    <message>
        <source>Both addresses are the same in the text</source>
        <translation>文本中两个地址相同</translation>
    </message>
    <message>
        <source>Line of the text not understood</source>
        <translation>无法理解的文本行</translation>
    </message>
    <message>
        <source>ACK does not cover the FIN</source>
        <translation>ACK 未覆盖 FIN</translation>
    </message>
    <message>
        <source>Capture is cut short</source>
        <translation>抓包不完整</translation>
    </message>
    <message>
        <source>Numbers differ between text and bytes</source>
        <translation>文本与字节的数值不一致</translation>
    </message>
    <message>
        <source>Names in the text without addresses</source>
        <translation>文本中的名称没有对应的地址</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>closed on one side only</source>
        <translation>只有一方关闭</translation>
    </message>
    <message>
        <source>four-segment close</source>
        <translation>四次挥手</translation>
    </message>
    <message>
        <source>three-segment close</source>
        <translation>三次挥手</translation>
    </message>
    <message>
        <source>simultaneous close</source>
        <translation>同时关闭</translation>
    </message>
    <message>
        <source>ended by RST</source>
        <translation>被 RST 终止</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>ECN</source>
        <translation>ECN</translation>
    </message>
    <message>
        <source>Accurate ECN</source>
        <translation>精确 ECN</translation>
    </message>
    <message>
        <source>Timestamp too old</source>
        <translation>时间戳过旧</translation>
    </message>
    <message>
        <source>Fragment missing</source>
        <translation>缺少分片</translation>
    </message>
    <message>
        <source>presumably lost: sent again</source>
        <translation>可能已丢失：又发送了一次</translation>
    </message>
</context>
<context>
    <name>format</name>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>h</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>d</source>
        <translation>天</translation>
    </message>
    <message>
        <source>%1 byte</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>unknown time</source>
        <translation>时间未知</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, at offset %2</source>
        <translation>%1，偏移量 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>commandLine</name>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Print this help</source>
        <translation>显示本帮助</translation>
    </message>
    <message>
        <source>Print the program&apos;s version</source>
        <translation>显示程序版本</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>export ladder needs --output FILE.svg</source>
        <translation>export ladder 需要 --output 文件.svg</translation>
    </message>
    <message>
        <source>Shows how TCP connections live and die.</source>
        <translation>看清 TCP 连接如何建立、如何结束。</translation>
    </message>
    <message>
        <source>Captures or texts to open; several are merged by time; - is standard input</source>
        <translation>要打开的抓包文件或文本；多个文件按时间合并；- 表示标准输入</translation>
    </message>
    <message>
        <source>Go on reading where the file ends, as another program writes it</source>
        <translation>读到文件末尾后继续等待，跟随其他程序的写入</translation>
    </message>
    <message>
        <source>%1 (tcpladder --help lists what there is)</source>
        <translation>%1（tcpladder --help 列出全部用法）</translation>
    </message>
    <message>
        <source>Write what a capture holds, without a window</source>
        <translation>不开窗口，输出抓包的内容</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>segments, connections, states, findings or ladder</source>
        <translation>segments（报文段）、connections（连接）、states（状态）、findings（诊断）或 ladder（梯形图）</translation>
    </message>
    <message>
        <source>Captures or texts; several are merged by time; - is standard input</source>
        <translation>抓包文件或文本；多个文件按时间合并；- 表示标准输入</translation>
    </message>
    <message>
        <source>File to write; - is standard output</source>
        <translation>输出文件；- 表示标准输出</translation>
    </message>
    <message>
        <source>Which connection&apos;s ladder, counted from 1</source>
        <translation>画哪个连接的梯形图，从 1 数起</translation>
    </message>
    <message>
        <source>Seconds that TIME_WAIT lasts: 60 on Linux, 240 in RFC 9293</source>
        <translation>TIME_WAIT 持续的秒数：Linux 为 60，RFC 9293 为 240</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>tsv or json (an object a line); of a ladder svg, pdf, png, mmd (Mermaid), puml (PlantUML) or txt</source>
        <translation>tsv 或 json（每行一个对象）；梯形图为 svg、pdf、png、mmd (Mermaid)、puml (PlantUML) 或 txt</translation>
    </message>
    <message>
        <source>a ladder has no format %1: svg, pdf, png, mmd, puml or txt</source>
        <translation>梯形图没有 %1 格式：可用 svg、pdf、png、mmd、puml 或 txt</translation>
    </message>
    <message>
        <source>a table has no format %1: tsv or json</source>
        <translation>表格没有 %1 格式：可用 tsv 或 json</translation>
    </message>
    <message>
        <source>say the format by --format or the file&apos;s ending: svg, pdf, png, mmd, puml or txt</source>
        <translation>请用 --format 或文件的后缀说明格式：svg、pdf、png、mmd、puml 或 txt</translation>
    </message>
    <message>
        <source>Ladder: even rows, linear time, or folded: time with long silences shortened</source>
        <translation>梯形图：even 为等距行，linear 为线性时间，folded 为缩短长时间静默的时间</translation>
    </message>
    <message>
        <source>Ladder: sequence numbers as they are on the wire</source>
        <translation>梯形图：序列号按线路上的原值</translation>
    </message>
    <message>
        <source>Ladder: one row for a long run of nothing but data</source>
        <translation>梯形图：一长串纯数据报文段合为一行</translation>
    </message>
    <message>
        <source>Ladder: light or dark colours</source>
        <translation>梯形图：light 为浅色，dark 为深色</translation>
    </message>
    <message>
        <source>Ladder: only these segments of the connection, as 10-40 or 10-</source>
        <translation>梯形图：只要连接的这些报文段，例如 10-40 或 10-</translation>
    </message>
    <message>
        <source>Ladder: how much larger a PNG is, up to 32</source>
        <translation>梯形图：PNG 放大的倍数，最大 32</translation>
    </message>
    <message>
        <source>Ladder: paper of a PDF: A3, A4, A5, letter or legal</source>
        <translation>梯形图：PDF 的纸张：A3、A4、A5、letter 或 legal</translation>
    </message>
    <message>
        <source>Ladder: the paper of a PDF lies on its side</source>
        <translation>梯形图：PDF 的纸张横放</translation>
    </message>
    <message>
        <source>--segments wants numbers as 10-40, 10- or 10, not %1</source>
        <translation>--segments 需要 10-40、10- 或 10 这样的数字，而不是 %1</translation>
    </message>
    <message>
        <source>wants one of %1</source>
        <translation>只能是 %1 之一</translation>
    </message>
    <message>
        <source>wants a number in %1</source>
        <translation>需要 %1 之间的数字</translation>
    </message>
    <message>
        <source>wants a number from 1 on</source>
        <translation>需要从 1 开始的数字</translation>
    </message>
    <message>
        <source>wants a number that is not negative</source>
        <translation>需要非负数字</translation>
    </message>
    <message>
        <source>nothing is known of %1</source>
        <translation>不认识 %1</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>%1 goes with --live only</source>
        <translation>%1 只能与 --live 一起使用</translation>
    </message>
    <message>
        <source>%1 wants a value</source>
        <translation>%1 需要一个值</translation>
    </message>
    <message>
        <source>this is no number: %1</source>
        <translation>这不是数字：%1</translation>
    </message>
    <message>
        <source>--live captures from one device and opens no file</source>
        <translation>--live 只从一个设备抓包，不打开文件</translation>
    </message>
    <message>
        <source>Capture from a network device; where none is named, the window asks</source>
        <translation>从网络设备抓包；没有指明设备时由窗口询问</translation>
    </message>
    <message>
        <source>Capture only what it lets through, in libpcap&apos;s language</source>
        <translation>只抓取过滤器允许的内容，使用 libpcap 的语法</translation>
    </message>
    <message>
        <source>Keep so many bytes of each captured packet; all, unless given</source>
        <translation>每个包只保留这么多字节；不指定则全部保留</translation>
    </message>
    <message>
        <source>Capture only packets that are for this host</source>
        <translation>只抓取发给本机的包</translation>
    </message>
    <message>
        <source>windows and pictures cannot be made (%1): install tcpladder again</source>
        <translation>无法生成窗口和图片（%1）：请重新安装 tcpladder</translation>
    </message>
</context>
<context>
    <name>clause</name>
    <message>
        <source>first</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>second</source>
        <translation>第二步</translation>
    </message>
    <message>
        <source>third</source>
        <translation>第三步</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>第四步</translation>
    </message>
    <message>
        <source>fifth</source>
        <translation>第五步</translation>
    </message>
    <message>
        <source>sixth</source>
        <translation>第六步</translation>
    </message>
    <message>
        <source>seventh</source>
        <translation>第七步</translation>
    </message>
    <message>
        <source>eighth</source>
        <translation>第八步</translation>
    </message>
</context>
<context>
    <name>tcpladder::RowSpacingMenu</name>
    <message>
        <source>&amp;Stretch Time</source>
        <translation>拉长时间(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Compress Time</source>
        <translation>压缩时间(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Even Rows</source>
        <translation>等距行(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Time, Long Silences Folded</source>
        <translation>按时间，折叠长静默(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Linear Time</source>
        <translation>线性时间(&amp;L)</translation>
    </message>
    <message>
        <source>Even rows</source>
        <translation>等距行</translation>
    </message>
    <message>
        <source>Time, silences folded</source>
        <translation>按时间，折叠静默</translation>
    </message>
    <message>
        <source>Linear time</source>
        <translation>线性时间</translation>
    </message>
    <message>
        <source>Row Sp&amp;acing</source>
        <translation>行距含义(&amp;A)</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Capture</source>
        <translation>抓包(&amp;C)</translation>
    </message>
</context>
<context>
    <name>tcpladder::Opening</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近打开的文件(&amp;R)</translation>
    </message>
    <message>
        <source>Dropped text</source>
        <translation>拖入的文本</translation>
    </message>
    <message>
        <source>Waiting for the capture to begin…</source>
        <translation>正在等待抓包开始…</translation>
    </message>
    <message>
        <source>Open a capture</source>
        <translation>打开抓包文件</translation>
    </message>
    <message>
        <source>Captures and texts (*.pcap *.pcapng *.cap *.txt *.md *.html *.gz *.zst *.lz4 *.xz);;All files (*)</source>
        <translation>抓包文件和文本 (*.pcap *.pcapng *.cap *.txt *.md *.html *.gz *.zst *.lz4 *.xz);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>There is no text to read. Copy lines of tcpdump, then paste them.</source>
        <translation>没有可读的文本。请先复制 tcpdump 的输出行，再粘贴。</translation>
    </message>
    <message>
        <source>&amp;Clear the List</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
</context>
<context>
    <name>toolBar</name>
    <message>
        <source>Tools</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>What the distance between two rows means</source>
        <translation>两行之间的距离表示什么</translation>
    </message>
    <message>
        <source>How long TIME_WAIT lasts</source>
        <translation>TIME_WAIT 持续多久</translation>
    </message>
    <message>
        <source>How fast it is played</source>
        <translation>播放速度</translation>
    </message>
</context>
<context>
    <name>tcpladder::ThemeMenu</name>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
</context>
<context>
    <name>tcpladder::PlaybackBar</name>
    <message>
        <source>Position in the connection</source>
        <translation>在连接中的位置</translation>
    </message>
    <message>
        <source>Drag to any moment of the connection</source>
        <translation>拖动到连接的任一时刻</translation>
    </message>
    <message>
        <source>The connection&apos;s own time</source>
        <translation>连接自身的时间</translation>
    </message>
</context>
<context>
    <name>playback</name>
    <message>
        <source>%1 of TIME_WAIT, shortened</source>
        <translation>TIME_WAIT 持续 %1，已缩短</translation>
    </message>
    <message>
        <source>%1 of silence, shortened</source>
        <translation>静默 %1，已缩短</translation>
    </message>
    <message>
        <source>In 30 s</source>
        <translation>30 秒播完</translation>
    </message>
    <message>
        <source>True speed</source>
        <translation>实际速度</translation>
    </message>
</context>
<context>
    <name>tcpladder::SpeedMenu</name>
    <message>
        <source>The whole connection takes 30 seconds</source>
        <translation>整个连接播放 30 秒</translation>
    </message>
    <message>
        <source>As fast as it was; only silences are shortened</source>
        <translation>与实际一样快，只缩短静默</translation>
    </message>
    <message>
        <source>Sp&amp;eed</source>
        <translation>播放速度(&amp;E)</translation>
    </message>
</context>
<context>
    <name>tcpladder::PlaybackFeature</name>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
</context>
<context>
    <name>tcpladder::ExportOptionsDialog</name>
    <message>
        <source>&amp;Landscape</source>
        <translation>横向(&amp;L)</translation>
    </message>
    <message>
        <source>Export the Ladder</source>
        <translation>导出梯形图</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Whole connection (%1)</source>
        <translation>整个连接（%1）(&amp;W)</translation>
    </message>
    <message>
        <source>Segments:</source>
        <translation>报文段：</translation>
    </message>
    <message>
        <source>&amp;Shown in the window (%1 to %2)</source>
        <translation>窗口中显示的（%1 到 %2）(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;These:</source>
        <translation>这些(&amp;T)：</translation>
    </message>
    <message>
        <source>First segment</source>
        <translation>第一个报文段</translation>
    </message>
    <message>
        <source>Last segment</source>
        <translation>最后一个报文段</translation>
    </message>
    <message>
        <source>&amp;Paper of a PDF:</source>
        <translation>PDF 纸张(&amp;P)：</translation>
    </message>
    <message>
        <source>P&amp;ixels of a PNG:</source>
        <translation>PNG 像素(&amp;I)：</translation>
    </message>
    <message>
        <source>Light, for paper</source>
        <translation>浅色，适合打印</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>颜色(&amp;C)：</translation>
    </message>
</context>
<context>
    <name>tcpladder::SegmentModel</name>
    <message>
        <source>Segment</source>
        <translation>报文段</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>发送方</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>Seq</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Ack</source>
        <translation>确认号</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>State of A</source>
        <translation>A 的状态</translation>
    </message>
    <message>
        <source>State of B</source>
        <translation>B 的状态</translation>
    </message>
</context>
<context>
    <name>tcpladder::SegmentTable</name>
    <message>
        <source>Segments of the selected connection</source>
        <translation>所选连接的报文段</translation>
    </message>
</context>
<context>
    <name>tcpladder::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>主题(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>60 s on Linux, 240 s in RFC 9293</source>
        <translation>Linux 为 60 秒，RFC 9293 为 240 秒</translation>
    </message>
    <message>
        <source>TIME_&amp;WAIT lasts (2MSL):</source>
        <translation>TIME_WAIT 时长（2MSL）(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Recent files to remember:</source>
        <translation>记住的最近文件数(&amp;R)：</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>梯形图</translation>
    </message>
    <message>
        <source>In presenter mode:</source>
        <translation>演示模式中显示：</translation>
    </message>
</context>
<context>
    <name>tcpladder::Presenter</name>
    <message>
        <source>Ladder</source>
        <translation>梯形图</translation>
    </message>
    <message>
        <source>In the Pr&amp;esentation</source>
        <translation>演示内容(&amp;E)</translation>
    </message>
</context>
<context>
    <name>tcpladder::ChartLegend</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>The rest of the legend</source>
        <translation>图例的其余部分</translation>
    </message>
</context>
<context>
    <name>tcpladder::ChartPanel</name>
    <message>
        <source>Kind of chart</source>
        <translation>图表种类</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>Who sends</source>
        <translation>发送方</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write or copy the chart as a picture</source>
        <translation>将图表另存或复制为图片</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>scale unknown</source>
        <translation>缩放因子未知</translation>
    </message>
    <message>
        <source>averaged over %1</source>
        <translation>按 %1 平均</translation>
    </message>
    <message>
        <source>%1 segments</source>
        <translation>%1 个报文段</translation>
    </message>
    <message>
        <source>%1, reading: %2 %</source>
        <translation>%1，正在读取：%2 %</translation>
    </message>
    <message>
        <source>%1, reading options: %2 %</source>
        <translation>%1，正在读取选项：%2 %</translation>
    </message>
    <message>
        <source>%1 – connection %2: A %3, B %4</source>
        <translation>%1 – 连接 %2：A %3，B %4</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>Time–sequence</source>
        <translation>时间–序列号</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>在途数据</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>重传</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>乱序</translation>
    </message>
    <message>
        <source>probe</source>
        <translation>探测</translation>
    </message>
    <message>
        <source>window edge</source>
        <translation>窗口边缘</translation>
    </message>
    <message>
        <source>by acknowledgment</source>
        <translation>按确认</translation>
    </message>
    <message>
        <source>by timestamp</source>
        <translation>按时间戳</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>peer&apos;s window</source>
        <translation>对端窗口</translation>
    </message>
    <message>
        <source>throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>goodput</source>
        <translation>有效吞吐量</translation>
    </message>
    <message>
        <source>Segments, from their first sequence number to their last</source>
        <translation>报文段，从其第一个序列号到最后一个</translation>
    </message>
    <message>
        <source>Segments that were sent again</source>
        <translation>重传的报文段</translation>
    </message>
    <message>
        <source>Segments that others overtook</source>
        <translation>被其他报文段超越的报文段</translation>
    </message>
    <message>
        <source>Keep-alives and zero-window probes</source>
        <translation>保活报文与零窗口探测</translation>
    </message>
    <message>
        <source>S, F and R mark segments with SYN, FIN and RST</source>
        <translation>S、F、R 标出带 SYN、FIN、RST 的报文段</translation>
    </message>
    <message>
        <source>How far the peer has acknowledged; a ring for each duplicate ACK</source>
        <translation>对端已确认到何处；每个圆环是一个重复 ACK</translation>
    </message>
    <message>
        <source>How far the peer&apos;s window allows to send</source>
        <translation>对端窗口允许发送到何处</translation>
    </message>
    <message>
        <source>What the peer has received behind a gap</source>
        <translation>对端在缺口之后已收到的数据</translation>
    </message>
    <message>
        <source>From data that was sent once to its acknowledgment (Karn&apos;s rule)</source>
        <translation>从只发送过一次的数据到其确认（Karn 规则）</translation>
    </message>
    <message>
        <source>From a segment to the ACK that echoes its timestamp</source>
        <translation>从报文段到回显其时间戳的 ACK</translation>
    </message>
    <message>
        <source>Bytes sent and not acknowledged</source>
        <translation>已发送而未确认的字节</translation>
    </message>
    <message>
        <source>Bytes that the peer is ready to receive</source>
        <translation>对端准备接收的字节</translation>
    </message>
    <message>
        <source>Payload sent, with what was sent again</source>
        <translation>发送的载荷，包括重传</translation>
    </message>
    <message>
        <source>What the peer acknowledged for the first time</source>
        <translation>对端首次确认的数据</translation>
    </message>
    <message>
        <source>sequence number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>round-trip time</source>
        <translation>往返时间</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>bytes per second</source>
        <translation>每秒字节数</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <translation>%1 至 %2，%3</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Segment %1 · %2 s</source>
        <translation>报文段 %1 · %2 s</translation>
    </message>
    <message>
        <source>time since the first segment (%1)</source>
        <translation>自第一个报文段起的时间（%1）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>The chart is on the clipboard.</source>
        <translation>图表已复制到剪贴板。</translation>
    </message>
    <message>
        <source>&amp;Save Picture…</source>
        <translation>保存图片(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Copy Picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>Sequence numbers, round trips, bytes in flight and throughput over time</source>
        <translation>随时间变化的序列号、往返时间、在途字节与吞吐量</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往返时间</translation>
    </message>
    <message>
        <source>ACK</source>
        <translation>ACK</translation>
    </message>
</context>
<context>
    <name>tcpladder::ChartView</name>
    <message>
        <source>The capture has no times.</source>
        <translation>该捕获没有时间。</translation>
    </message>
    <message>
        <source>No round trip can be measured in this direction.</source>
        <translation>此方向无法测量往返时间。</translation>
    </message>
    <message>
        <source>Nothing was sent in this direction.</source>
        <translation>此方向没有发送任何数据。</translation>
    </message>
</context>
<context>
    <name>flags</name>
    <message>
        <source> — </source>
        <comment>between flags and what they mean</comment>
        <translation>：</translation>
    </message>
    <message>
        <source>data offset</source>
        <translation>数据偏移</translation>
    </message>
    <message>
        <source>
%1 × 4 = %2 bytes</source>
        <translation>
%1 × 4 = %2 字节</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>flags</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>The text line and the bytes (%1) disagree about the flags</source>
        <translation>文本行与字节（%1）的标志不一致</translation>
    </message>
    <message>
        <source>Shown as %1</source>
        <translation>显示为 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>sentence, clause</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>What if? Not captured.</source>
        <translation>假设：不是捕获的内容。</translation>
    </message>
</context>
<context>
    <name>tcpladder::LabelFieldsMenu</name>
    <message>
        <source>La&amp;bel Fields</source>
        <translation>标注字段(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Sequence Number</source>
        <translation>序列号(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Acknowledgment Number</source>
        <translation>确认号(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>长度(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Window as on the Wire</source>
        <translation>线路上的窗口值(&amp;W)</translation>
    </message>
    <message>
        <source>Window in &amp;Octets</source>
        <translation>窗口的字节数(&amp;O)</translation>
    </message>
    <message>
        <source>O&amp;ptions</source>
        <translation>选项(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Timestamps</source>
        <translation>时间戳(&amp;T)</translation>
    </message>
    <message>
        <source>Time Since the &amp;First Segment</source>
        <translation>距第一个报文段的时间(&amp;F)</translation>
    </message>
    <message>
        <source>Time Since the Segment &amp;Before</source>
        <translation>距前一个报文段的时间(&amp;B)</translation>
    </message>
    <message>
        <source>Time of &amp;Day</source>
        <translation>时刻(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Usual Fields</source>
        <translation>常用字段(&amp;U)</translation>
    </message>
</context>
<context>
    <name>legend</name>
    <message>
        <source>What became of a segment</source>
        <translation>报文段的结局</translation>
    </message>
    <message>
        <source>Captured once, in its order</source>
        <translation>按次序捕获一次</translation>
    </message>
    <message>
        <source>Retransmitted: sent before</source>
        <translation>重传：以前发送过</translation>
    </message>
    <message>
        <source>Presumably lost: sent again later</source>
        <translation>可能丢失：后来又重发</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation>乱序</translation>
    </message>
    <message>
        <source>Duplicated: one packet captured twice</source>
        <translation>重复：同一数据包被捕获两次</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>复位</translation>
    </message>
    <message>
        <source>What a segment does</source>
        <translation>报文段的作用</translation>
    </message>
    <message>
        <source>Opens: SYN</source>
        <translation>建立：SYN</translation>
    </message>
    <message>
        <source>Carries data</source>
        <translation>携带数据</translation>
    </message>
    <message>
        <source>Only acknowledges</source>
        <translation>仅确认</translation>
    </message>
    <message>
        <source>Closes: FIN</source>
        <translation>关闭：FIN</translation>
    </message>
    <message>
        <source>What an endpoint is in</source>
        <translation>端点所处的状态</translation>
    </message>
    <message>
        <source>A state that segments show</source>
        <translation>由报文段表明的状态</translation>
    </message>
    <message>
        <source>Expected or assumed: nothing shows it</source>
        <translation>预期或假定：没有报文段表明</translation>
    </message>
    <message>
        <source>TIME_WAIT, until 2MSL have passed</source>
        <translation>TIME_WAIT，直到 2MSL 过去</translation>
    </message>
    <message>
        <source>Findings in the margin</source>
        <translation>页边的发现</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>值得了解</translation>
    </message>
    <message>
        <source>Something costs time</source>
        <translation>有事情耗费时间</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>有事情出错</translation>
    </message>
    <message>
        <source>Legend of the ladder</source>
        <translation>梯形图图例</translation>
    </message>
    <message>
        <source>What people left</source>
        <translation>人们留下的记号</translation>
    </message>
    <message>
        <source>A bookmark</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>A comment in the capture</source>
        <translation>抓包文件中的注释</translation>
    </message>
</context>
<context>
    <name>pictures</name>
    <message>
        <source>Copied as picture, SVG and text.</source>
        <translation>已复制为图片、SVG 和文本。</translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Copy &amp;Picture</source>
        <translation>复制图片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Save Picture As…</source>
        <translation>图片另存为(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>tcpladder::FindBar</name>
    <message>
        <source>Flags, numbers, options, states, findings, comments, #packet</source>
        <translation>标志、数字、选项、状态、发现、注释、#数据包号</translation>
    </message>
    <message>
        <source>Find in the connection&apos;s segments</source>
        <translation>在该连接的报文段中查找</translation>
    </message>
    <message>
        <source>&amp;Whole words</source>
        <translation>全词匹配(&amp;W)</translation>
    </message>
    <message>
        <source>“len 5” finds no “len 512”</source>
        <translation>查找“len 5”时不会找到“len 512”</translation>
    </message>
    <message>
        <source>How often it was found</source>
        <translation>找到的次数</translation>
    </message>
    <message>
        <source>Fi&amp;nd:</source>
        <translation>查找(&amp;N)：</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>关闭查找栏</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>下一个匹配项 (F3)</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>上一个匹配项 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配项</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配项</translation>
    </message>
    <message>
        <source>%1 of %2 so far…</source>
        <translation>第 %1 个，目前共 %2 个…</translation>
    </message>
    <message>
        <source>%1 so far…</source>
        <translation>目前找到 %1 个…</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 个，共 %2 个</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>找到 %1 个</translation>
    </message>
</context>
<context>
    <name>overview</name>
    <message>
        <source>1 connection</source>
        <translation>1 个连接</translation>
    </message>
    <message>
        <source>%1 connections</source>
        <translation>%1 个连接</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>1 host hidden</source>
        <translation>已隐藏 1 台主机</translation>
    </message>
    <message>
        <source>%1 hosts hidden</source>
        <translation>已隐藏 %1 台主机</translation>
    </message>
    <message>
        <source>Packet %1: %2, from %3 to %4</source>
        <translation>数据包 %1：%2，从 %3 到 %4</translation>
    </message>
    <message>
        <source>Export the overview</source>
        <translation>导出总览</translation>
    </message>
    <message>
        <source>End the name in .svg, .pdf or .png: that says what to write.</source>
        <translation>请让文件名以 .svg、.pdf 或 .png 结尾，由此决定写出的格式。</translation>
    </message>
    <message>
        <source>The overview is on the clipboard.</source>
        <translation>总览已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>tcpladder::OverviewView</name>
    <message>
        <source>Overview of all connections</source>
        <translation>所有连接总览</translation>
    </message>
    <message>
        <source>&amp;Hide This Host</source>
        <translation>隐藏此主机(&amp;H)</translation>
    </message>
    <message>
        <source>Show &amp;All Hosts</source>
        <translation>显示所有主机(&amp;A)</translation>
    </message>
    <message>
        <source>Move &amp;Left</source>
        <translation>左移(&amp;L)</translation>
    </message>
    <message>
        <source>Move &amp;Right</source>
        <translation>右移(&amp;R)</translation>
    </message>
    <message>
        <source>Drag to move it; the right button hides it.</source>
        <translation>拖动可移动；点击右键可隐藏。</translation>
    </message>
    <message>
        <source>Click to see these segments one by one.</source>
        <translation>单击可逐个查看这些报文段。</translation>
    </message>
    <message>
        <source>Arranging all connections: %1 %</source>
        <translation>正在排列所有连接：%1 %</translation>
    </message>
</context>
<context>
    <name>tcpladder::BookmarkMenu</name>
    <message>
        <source>Book&amp;marks</source>
        <translation>书签(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Remove All</source>
        <translation>全部删除(&amp;R)</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>还有 %1 个</translation>
    </message>
    <message>
        <source>#%1: %2 from %3</source>
        <translation>#%1：%2，来自 %3</translation>
    </message>
    <message>
        <source>Went on from the first bookmark.</source>
        <translation>已从第一个书签继续。</translation>
    </message>
    <message>
        <source>Went on from the last bookmark.</source>
        <translation>已从最后一个书签继续。</translation>
    </message>
</context>
<context>
    <name>tcpladder::CommentDialog</name>
    <message>
        <source>Comment on the segment</source>
        <translation>报文段注释</translation>
    </message>
    <message>
        <source>&amp;Comment on packet %1:</source>
        <translation>数据包 %1 的注释(&amp;C)：</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>File &gt; Save As… writes it into a pcapng file. An empty comment is taken away.</source>
        <translation>“文件 &gt; 另存为…”会将其写入 pcapng 文件。空注释将被删除。</translation>
    </message>
</context>
<context>
    <name>find</name>
    <message>
        <source>Went on from the connection&apos;s first segment.</source>
        <translation>已从该连接的第一个报文段继续查找。</translation>
    </message>
    <message>
        <source>Went on from the connection&apos;s last segment.</source>
        <translation>已从该连接的最后一个报文段继续查找。</translation>
    </message>
</context>
<context>
    <name>tcpladder::Saving</name>
    <message>
        <source>Comments in %1 are not saved.</source>
        <translation>%1 中的注释尚未保存。</translation>
    </message>
    <message>
        <source>Save the capture with its comments as a pcapng file?</source>
        <translation>是否将抓包连同注释保存为 pcapng 文件？</translation>
    </message>
    <message>
        <source>Save the capture</source>
        <translation>保存抓包</translation>
    </message>
    <message>
        <source>Capture with comments (*.pcapng)</source>
        <translation>带注释的抓包文件 (*.pcapng)</translation>
    </message>
    <message>
        <source>Saving the capture…</source>
        <translation>正在保存抓包…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Packets left out, since the text holds no bytes of them: %1.</source>
        <translation>因文本中没有其字节而略去的数据包：%1 个。</translation>
    </message>
    <message>
        <source>Packets without a time, which stand at 1970-01-01 00:00:00 UTC now: %1.</source>
        <translation>没有时间、现记为 1970-01-01 00:00:00 UTC 的数据包：%1 个。</translation>
    </message>
    <message>
        <source>Comments not saved, since their packets have no room for one: %1.</source>
        <translation>因数据包没有存放位置而未保存的注释：%1 条。</translation>
    </message>
    <message>
        <source>It ends where the capture is damaged: %1</source>
        <translation>文件止于抓包损坏之处：%1</translation>
    </message>
    <message>
        <source>Saved 1 packet: %1</source>
        <translation>已保存 1 个数据包：%1</translation>
    </message>
    <message>
        <source>Saved %1 packets: %2</source>
        <translation>已保存 %1 个数据包：%2</translation>
    </message>
</context>
<context>
    <name>tcpladder::WindowContents</name>
    <message>
        <source>%1[*] – tcpladder</source>
        <translation>%1[*] – tcpladder</translation>
    </message>
</context>
<context>
    <name>tcpladder::KernelLabel</name>
    <message>
        <source>%1: ≠ the kernel says %2</source>
        <translation>%1：≠ 内核说是 %2</translation>
    </message>
    <message>
        <source>What this host&apos;s kernel says of its sockets now, with its own TIME_WAIT timer, beside what the ladder infers from the segments</source>
        <translation>本机内核现在对其套接字的说法（连同内核自己的 TIME_WAIT 定时器），与梯形图从报文段推断的状态对照</translation>
    </message>
    <message>
        <source>%1: ✓ the kernel says %2 too</source>
        <translation>%1：✓ 内核也说是 %2</translation>
    </message>
    <message>
        <source>%1 · %2 s left</source>
        <translation>%1 · 还剩 %2 秒</translation>
    </message>
</context>
<context>
    <name>tcpladder::TimeWaitDialog</name>
    <message>
        <source>This host&apos;s sockets in TIME_WAIT</source>
        <translation>本机处于 TIME_WAIT 的套接字</translation>
    </message>
    <message>
        <source>The kernel does not tell: %1</source>
        <translation>内核没有回答：%1</translation>
    </message>
    <message>
        <source>1 socket is in TIME_WAIT: it closed first, and waits for segments that may still come.</source>
        <translation>有 1 个套接字处于 TIME_WAIT：它先关闭，正在等待可能还会到达的报文段。</translation>
    </message>
    <message>
        <source>%1 sockets are in TIME_WAIT: they closed first, and wait for segments that may still come.</source>
        <translation>有 %1 个套接字处于 TIME_WAIT：它们先关闭，正在等待可能还会到达的报文段。</translation>
    </message>
</context>
<context>
    <name>tcpladder::TimeWaitModel</name>
    <message>
        <source>Here</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>There</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
</context>
<context>
    <name>tcpladder::CaptureDialog</name>
    <message>
        <source> bytes</source>
        <translation> 字节</translation>
    </message>
    <message>
        <source>whole packets</source>
        <translation>完整的包</translation>
    </message>
    <message>
        <source>&amp;Promiscuous: also packets that are for other hosts</source>
        <translation>混杂模式：也抓取发给其他主机的包(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Immediate: show each packet at once</source>
        <translation>立即模式：每个包立刻显示(&amp;I)</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>never by size</source>
        <translation>不按大小</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>never by time</source>
        <translation>不按时间</translation>
    </message>
    <message>
        <source>Start a live capture</source>
        <translation>开始实时抓包</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Network devices</source>
        <translation>网络设备</translation>
    </message>
    <message>
        <source>How many bytes of each packet are kept; the headers take about 120</source>
        <translation>每个包保留多少字节；各层首部约占 120 字节</translation>
    </message>
    <message>
        <source>Devices that can&apos;t, or may not, capture only what is for this host</source>
        <translation>不能或不允许时，只抓取发给本机的包</translation>
    </message>
    <message>
        <source>&amp;Filter:</source>
        <translation>过滤器(&amp;F)：</translation>
    </message>
    <message>
        <source>Snapshot &amp;length:</source>
        <translation>截取长度(&amp;L)：</translation>
    </message>
    <message>
        <source>Begin a &amp;new file:</source>
        <translation>换新文件(&amp;N)：</translation>
    </message>
    <message>
        <source>libpcap finds no network device here.</source>
        <translation>libpcap 在这里找不到网络设备。</translation>
    </message>
</context>
<context>
    <name>tcpladder::DeviceModel</name>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>tcpladder::FilterEdit</name>
    <message>
        <source>for example: port 6378 and host 192.0.2.1</source>
        <translation>例如：port 6378 and host 192.0.2.1</translation>
    </message>
    <message>
        <source>Capture filter</source>
        <translation>抓包过滤器</translation>
    </message>
    <message>
        <source>✗ libpcap says: %1</source>
        <translation>✗ libpcap 说：%1</translation>
    </message>
    <message>
        <source>Without a filter everything is captured. The language is libpcap&apos;s: man pcap-filter</source>
        <translation>没有过滤器时抓取全部内容。语法见 libpcap：man pcap-filter</translation>
    </message>
    <message>
        <source>✓ libpcap understands this filter.</source>
        <translation>✓ libpcap 能理解这个过滤器。</translation>
    </message>
</context>
<context>
    <name>tcpladder::FollowButton</name>
    <message>
        <source>Follow the newest</source>
        <translation>跟随最新</translation>
    </message>
    <message>
        <source>Show each segment as it comes (End)</source>
        <translation>报文段一到就显示（End）</translation>
    </message>
</context>
<context>
    <name>tcpladder::LiveStatus</name>
    <message>
        <source>Captured: in the file. Shown: read from it so far. Dropped: the kernel had no room for them.</source>
        <translation>已抓：已写入文件。已显示：目前已从中读取。丢弃：内核没有空间存放。</translation>
    </message>
    <message>
        <source>● capturing from %1</source>
        <translation>● 正在从 %1 抓包</translation>
    </message>
    <message>
        <source>captured from %1</source>
        <translation>抓自 %1</translation>
    </message>
    <message>
        <source>%1 captured</source>
        <translation>已抓 %1</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>已显示 %1</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>丢弃 %1</translation>
    </message>
</context>
<context>
    <name>live</name>
    <message>
        <source>Capturing needs a right that the capture helper does not have.</source>
        <translation>抓包需要权限，而抓包助手没有这个权限。</translation>
    </message>
    <message>
        <source>There is no network device %1.</source>
        <translation>没有名为 %1 的网络设备。</translation>
    </message>
    <message>
        <source>The network device %1 is down.</source>
        <translation>网络设备 %1 没有启用。</translation>
    </message>
    <message>
        <source>The network device %1 is gone. What was captured until then is here; Capture &gt; Restart begins again when the device is back.</source>
        <translation>网络设备 %1 已消失。此前抓到的内容都在这里；设备恢复后，用“抓包 &gt; 重新开始”继续。</translation>
    </message>
    <message>
        <source>The network device %1 can&apos;t be captured from: %2</source>
        <translation>无法从网络设备 %1 抓包：%2</translation>
    </message>
    <message>
        <source>libpcap does not understand the filter: %1</source>
        <translation>libpcap 无法理解这个过滤器：%1</translation>
    </message>
    <message>
        <source>The capture can&apos;t be written: %1</source>
        <translation>无法写入抓包文件：%1</translation>
    </message>
    <message>
        <source>The disk is full, so capturing has stopped. What was captured until then is here.</source>
        <translation>磁盘已满，抓包已停止。此前抓到的内容都在这里。</translation>
    </message>
    <message>
        <source>The capture helper could not give up its rights, so it did not begin: %1</source>
        <translation>抓包助手无法放弃其权限，因此没有开始：%1</translation>
    </message>
    <message>
        <source>The capture helper is of another version than this program: %1</source>
        <translation>抓包助手与本程序版本不一致：%1</translation>
    </message>
    <message>
        <source>The capture helper tcpladder-capture is not installed.</source>
        <translation>没有安装抓包助手 tcpladder-capture。</translation>
    </message>
    <message>
        <source>The capture helper %1 can&apos;t be started.</source>
        <translation>无法启动抓包助手 %1。</translation>
    </message>
    <message>
        <source>Only the group %1 may capture. Join it, then log in again.</source>
        <translation>只有 %1 组的成员可以抓包。请加入该组，然后重新登录。</translation>
    </message>
    <message>
        <source>The capture helper ended unexpectedly. What it had captured is here.</source>
        <translation>抓包助手意外结束。它已抓到的内容都在这里。</translation>
    </message>
    <message>
        <source>all devices at once</source>
        <translation>所有设备</translation>
    </message>
    <message>
        <source>up</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>down</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>loopback</source>
        <translation>回环</translation>
    </message>
    <message>
        <source>wireless</source>
        <translation>无线</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>tcpladder::LiveFeature</name>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>tcpladder ended while it captured. What it had captured until %1 is in %2.</source>
        <translation>tcpladder 在抓包时意外结束。截至 %1 抓到的内容在 %2 中。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>tcpladder::ReasonArea</name>
    <message>
        <source>Reasons of the states</source>
        <translation>状态变化的原因</translation>
    </message>
</context>
<context>
    <name>session</name>
    <message>
        <source>No TCP segment yet. What comes is shown here.</source>
        <translation>还没有 TCP 报文段。到达后会显示在这里。</translation>
    </message>
    <message>
        <source>There is no TCP segment in this capture.</source>
        <translation>此抓包中没有 TCP 报文段。</translation>
    </message>
</context>
</TS>
