// compare runs a kernel over the cases that TestKernelCases wrote and prints to the serial port how many numbers have the
// plain kernel's bits. It runs on the bare machine.

typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long u64;

extern u8 cases[];
extern void tile_call(const u64 *args);

static u8 dst[1 << 20] __attribute__((aligned(64)));

static void out(unsigned short port, u8 v) { __asm__ volatile("outb %0, %1" : : "a"(v), "Nd"(port)); }

static u8 in(unsigned short port)
{
	u8 v;
	__asm__ volatile("inb %1, %0" : "=a"(v) : "Nd"(port));
	return v;
}

static void print(const char *s)
{
	for (; *s; s++) {
		while (!(in(0x3fd) & 0x20))
			;
		out(0x3f8, *s);
	}
}

static void number(u64 n)
{
	char b[24];
	int i = 23;
	b[i] = 0;
	do
		b[--i] = '0' + n % 10;
	while (n /= 10);
	print(b + i);
}

void cmain(void)
{
	u32 a, b, c, d;
	out(0x3fb, 0x80), out(0x3f8, 1), out(0x3f9, 0), out(0x3fb, 3); // 115,200 bits a second, eight to a byte
	__asm__ volatile("cpuid" : "=a"(a), "=b"(b), "=c"(c), "=d"(d) : "a"(7), "c"(0));
	if (!(c >> 11 & 1))
		print("no VNNI here\n");
	u8 *p = cases;
	u64 n = *(u64 *)p, bad = 0;
	p += 8;
	for (u64 k = 0; k < n; k++) {
		u64 used = ((u64 *)p)[0], rows = (used + 7) / 8 * 8, width = ((u64 *)p)[1], outs = ((u64 *)p)[2], differ = 0;
		u8 *want = p + 24, *code = want + used * outs * 4, *sum = code + rows * 8, *scale = sum + outs * 4;
		u8 *bias = scale + outs * 4, *w = bias + outs * 4, *x = w + width * outs;
		p = x + rows * width;
		for (u64 i = 0; i < rows * outs * 4; i++)
			dst[i] = 0xff;
		for (u64 o = 0; o < outs; o += 32)
			for (u64 r = 0; r < rows; r += 8) {
				u64 args[9] = {(u64)(dst + 4 * (r * outs + o)), 4 * outs, (u64)(x + r * width), width, (u64)(code + 8 * r),
					(u64)(w + o * width), (u64)(sum + 4 * o), (u64)(scale + 4 * o), (u64)(bias + 4 * o)};
				tile_call(args);
			}
		for (u64 i = 0; i < used * outs; i++)
			differ += ((u32 *)dst)[i] != ((u32 *)want)[i];
		bad += differ;
		number(used), print(" x "), number(width), print(" x "), number(outs), print(": ");
		number(differ), print(" of "), number(used * outs), print(" numbers differ\n");
	}
	print(bad || !n ? "FAIL\n" : "PASS\n");
}
