"""Words that Turkish headings are made of, by what they mean (``heading_grammar``): data."""

from __future__ import annotations

WORDS = """
fill: ve ile için bir bu o ben bana mı biz bizim onun nasıl da de mu e var yok kez en hangi ne
name: ad adı isim ismi
adjective: ön
family: soyad soyadı soyisim
full: tam
person: kişi kişisi yetkili görüşülen muhatap kişinin ilgili
contact: iletişim temas bağlantı kontak
who: kim kimle kiminle
company: şirket şirketin firma firmanın işveren kurum kuruluş organizasyon üniversite okul adı
target: hedef
title: unvan unvanı pozisyon rol görev görevi meslek ünvan pozisyonu ünvanı rolü
work: iş işi çalıştığı çalışıyor işyeri çalışma
place: şehir yer il ülke bölge konum lokasyon ilçe yeri
where: nerede nereden nerde
mail: eposta posta mail email postası
phone: telefon tel cep gsm numarası telefonu
web: web site sitesi internet
career: kariyer
link: bağlantı url link linki
page: profil sayfa profili sayfası
linkedin: linkedin
day: tarih tarihi gün günü
when: zaman ne
sent: gönderilen gönderim gönderme yazdım gönderildi gönderdim yazdığım gönderildiği gönderi
message: mesaj mesajı
call: arama aradım aranacak
talk: görüşme konuşma görüştüm konuştum görüştüğüm görüşüldü görüşülen konuştuğum konuştuk
answer: yanıt cevap yanıtı cevabı yanıtladı dönüş
got: alınan aldı verdi geldi alındı
status: durum durumu aşama aşaması evre aşamada
process: başvuru başvurusu süreç süreci sürecin işe alım
way: kanal kanalı yöntem yöntemi yolu şekli
next: sonraki bir gelecek sıradaki sonra
step: adım adımı eylem işlem
todo: yapılacak
follow: takip hatırlatma hatırlat takibi tekrar
again: tekrar yeniden
done: yapıldı tamamlandı
note: not notlar notları yorum yorumlar açıklama açıklamalar
extra: diğer ek
subject: konu konusu
text: metin metni içerik
template: şablon
used: kullanılan
source: kaynak kaynağı
met: tanıştık tanışma tanıştığımız tanışıyoruz
know: tanıyorum
found: buldum
refer: öneren referans tavsiye tanıştıran yönlendiren önerdi etti
common: ortak tanıdık
asked: istendi istedim
agree: kabul
tie: ilişki ilişkisi yakınlık
type: tür türü tip tipi kategori
warm: sıcak soğuk
level: derece derecesi düzey düzeyi seviye seviyesi
rank: öncelik önem ilgi
branch: sektör sektörü alan alanı endüstri
birth: doğum doğumgünü
every: her sıklık sıklığı aralık
days: gün hafta ay
thank: teşekkür edildi
meet: toplantı mülakat kahve randevu görüşmesi toplantısı buluşma randevusu
planned: planlanan planlandı ayarlandı randevusu
help: yardım
gave: verdiğim
gotten: aldığım
owner: sorumlu sorumlusu atanan
number: numara no id sıra kod
result: sonuç sonucu
last: son
firsttime: ilk
since: beri
connect: bağlantı
mine: benim mi
what: ne
address: adres adresi
how: nasıl
tag: etiketler
"""

STATUS = """
not contacted: iletişime geçilmedi; yazılacak; planlandı; taslak
sent: gönderildi; yazıldı; iletişime geçildi; başvuruldu; mesaj atıldı; bekliyor; bekleniyor; yanıt yok; cevap yok; cevap bekleniyor; yanıt bekleniyor; bekliyorum
replied: yanıtladı; cevap verdi; cevap geldi; yanıt geldi
in conversation: görüşülüyor; devam ediyor; mülakat
meeting scheduled: görüşme planlandı; toplantı planlandı; mülakat planlandı
closed negative: reddedildi; red; olumsuz; ilgilenmiyor; reddetti
won: kabul edildi; kazanıldı; işe alındı
closed: kapandı; kapalı; bitti; tamamlandı
paused: beklemede; ertelendi; sonra
not now: şimdi değil
"""

CHANNELS = """
phone: telefon; arama
in person: yüz yüze; kahve; toplantı
e-mail: e posta; eposta; mail
"""
