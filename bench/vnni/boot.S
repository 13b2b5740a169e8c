# boot: from GRUB (Multiboot, 32 bits) to long mode with AVX-512 switched on, then cmain; tile_call lends C a kernel that
# takes its arguments on the stack, as Go's assembly does.

.section .multiboot, "a"
.align 4
.long 0x1BADB002, 3, -(0x1BADB002 + 3)

.text
.code32
.global _start
_start:
	cli
	mov $stack_top, %esp
	# The first GiB, one to one, in pages of 2 MiB.
	mov $pdpt, %eax
	or $3, %eax
	mov %eax, pml4
	mov $pd, %eax
	or $3, %eax
	mov %eax, pdpt
	xor %ecx, %ecx
1:	mov %ecx, %eax
	shl $21, %eax
	or $0x83, %eax
	mov %eax, pd(, %ecx, 8)
	inc %ecx
	cmp $512, %ecx
	jne 1b
	mov $pml4, %eax
	mov %eax, %cr3
	mov %cr4, %eax
	or $0x40620, %eax		# PAE, OSFXSR, OSXMMEXCPT, OSXSAVE
	mov %eax, %cr4
	mov $0xC0000080, %ecx		# EFER: long mode
	rdmsr
	or $0x100, %eax
	wrmsr
	mov %cr0, %eax
	and $0xfffffff3, %eax		# no emulated coprocessor
	or $0x80000003, %eax		# paging, protection
	mov %eax, %cr0
	lgdt gdtr
	ljmp $8, $long

.code64
long:
	mov $16, %ax
	mov %ax, %ds
	mov %ax, %es
	mov %ax, %ss
	mov $stack_top, %rsp
	xor %ecx, %ecx
	xor %edx, %edx
	mov $0xe7, %eax			# XCR0: x87, SSE, AVX, AVX-512
	xsetbv
	call cmain
2:	hlt
	jmp 2b

# void tile_call(const uint64_t args[9])
.global tile_call
tile_call:
	push %rbx
	push %rbp
	push %r12
	push %r13
	push %r14
	push %r15
	sub $72, %rsp
	mov %rdi, %rsi
	mov %rsp, %rdi
	mov $9, %ecx
	cld
	rep movsq
	call tile
	add $72, %rsp
	pop %r15
	pop %r14
	pop %r13
	pop %r12
	pop %rbp
	pop %rbx
	ret

.align 16
tile:	.incbin "tile.bin"

.data
.align 8
gdt:	.quad 0, 0x00af9a000000ffff, 0x00cf92000000ffff
gdtr:	.word 23
	.long gdt
.align 64
.global cases
cases:	.incbin "cases.bin"

.bss
.align 4096
pml4:	.skip 4096
pdpt:	.skip 4096
pd:	.skip 4096
	.skip 65536
stack_top:
.section .note.GNU-stack, "", @progbits
